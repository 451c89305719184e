package iyagi.audio;

import iyagi.words.Sentence;

/** Hands everything on to another sink, for test doubles that change one thing. */
public class ForwardingSink implements AudioSink {
  private final AudioSink inside;

  /** Before the sink that does the work. */
  public ForwardingSink(AudioSink inside) {
    this.inside = inside;
  }

  @Override
  public Sentence name() {
    return inside.name();
  }

  @Override
  public int room() {
    return inside.room();
  }

  @Override
  public void write(short[] frames, int offset, int count) {
    inside.write(frames, offset, count);
  }

  @Override
  public long heard() {
    return inside.heard();
  }

  @Override
  public void hold() {
    inside.hold();
  }

  @Override
  public void hush() {
    inside.hush();
  }

  @Override
  public void resume() {
    inside.resume();
  }

  @Override
  public void drop() {
    inside.drop();
  }

  @Override
  public void close() {
    inside.close();
  }
}
