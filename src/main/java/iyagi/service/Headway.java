package iyagi.service;

/** Is told how far long work has come. Any thread. */
public interface Headway {
  /** Nobody looks. */
  Headway UNSEEN =
      new Headway() {
        @Override
        public void begin(int steps) {}

        @Override
        public void step() {}

        @Override
        public void interrupt() {}

        @Override
        public void end() {}
      };

  /** Work of so many steps begins. */
  void begin(int steps);

  /** One step more is done. */
  void step();

  /** A message comes in between. */
  void interrupt();

  /** The work has ended. */
  void end();
}
