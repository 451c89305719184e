package iyagi.fleet;

import iyagi.audio.Pcm;
import iyagi.performance.PassageSource;
import iyagi.score.Passage;
import iyagi.session.Title;
import java.io.FileNotFoundException;
import java.util.Optional;

/** A story of which there is no more than what stands on its cover: nobody will hear it. */
record Tale(Title cover) implements PassageSource {
  @Override
  public String title() {
    return cover.title();
  }

  @Override
  public int count() {
    return cover.pages();
  }

  @Override
  public int page(int passage) {
    return passage + 1;
  }

  @Override
  public Optional<Passage> passage(int number) {
    return Optional.empty();
  }

  @Override
  public Pcm speech(String clip) throws FileNotFoundException {
    throw new FileNotFoundException("a virtual robot does not speak");
  }

  @Override
  public Pcm sound(String name) throws FileNotFoundException {
    throw new FileNotFoundException("a virtual robot makes no sound");
  }
}
