package iyagi.wiring;

import iyagi.wiring.Device.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The wiring as a picture: the Pi's header in the middle, odd pins to the left and even ones to the
 * right, devices outside of it in the order of their pins. Wires only run outwards and downwards,
 * and each turns nearer to the header than the one before: so none crosses another.
 */
final class WiringPicture {
  private static final int WIDTH = 1240;
  private static final int TOP = 110;
  private static final int ROW = 34;

  /** Half of the Pi's width; the picture is drawn for the left side and mirrored. */
  private static final int BOARD = 150;

  private static final int CHANNEL = 120;
  private static final int DEVICE = 190;
  private static final int SUPPLY_GAP = 24;
  private static final int SUPPLY = 86;
  private static final int RAIL = BOARD + CHANNEL + DEVICE + SUPPLY_GAP + SUPPLY + 24;
  private static final int TITLE = 24;
  private static final int NOTE = 17;
  private static final int LANE = 9;
  private static final String STYLE =
      """
      text{font-family:"NanumSquareRound","Noto Sans KR","DejaVu Sans",sans-serif;font-size:12px;fill:#111}
      .title{font-size:22px;font-weight:bold}.head{font-size:13px;font-weight:bold}.small{font-size:11px}
      .pin{font-size:11px;font-weight:bold}.end{text-anchor:end}.mid{text-anchor:middle}
      .box{fill:#fff;stroke:#111;stroke-width:1.4}.pi{fill:#eef4ee;stroke:#111;stroke-width:2}
      .hole{fill:#fff;stroke:#111}.used{fill:#111}.on{fill:#fff}
      """;

  private final Plan plan;
  private final Words words;
  private final Grounds grounds;
  private final StringBuilder svg = new StringBuilder();

  WiringPicture(Plan plan, Words words) {
    this.plan = plan;
    this.words = words;
    grounds = Grounds.of(plan);
  }

  /** The whole document. */
  String svg(String title) {
    int bottom = boardBottom() + 30 + 18 * plan.usb().size();
    for (boolean left : new boolean[] {true, false}) {
      bottom = Math.max(bottom, side(left));
    }
    board();
    legend(bottom + 40);
    int height = bottom + 80;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n",
            WIDTH,
            height,
            WIDTH,
            height)
        + "<title>"
        + escaped(title)
        + "</title>\n<style>"
        + STYLE
        + "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
        + String.format("<text class=\"title\" x=\"30\" y=\"44\">%s</text>%n", escaped(title))
        + svg
        + "</svg>\n";
  }

  private static int row(int pin) {
    return TOP + 40 + (pin - 1) / 2 * ROW;
  }

  private static int boardBottom() {
    return row(Header.PINS) + 30;
  }

  /** Where a distance from the middle lies on a side. */
  private static int x(boolean left, int fromMiddle) {
    return left ? WIDTH / 2 - fromMiddle : WIDTH / 2 + fromMiddle;
  }

  private void board() {
    add(
        "<rect class=\"pi\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\"/>",
        x(true, BOARD), TOP, 2 * BOARD, boardBottom() - TOP);
    add("<text class=\"head mid\" x=\"%d\" y=\"%d\">Raspberry Pi</text>", WIDTH / 2, TOP + 20);
    for (int pin = 1; pin <= Header.PINS; pin++) {
      pin(pin);
    }
    int y = boardBottom() + 22;
    add(
        "<text class=\"head mid\" x=\"%d\" y=\"%d\">%s</text>",
        WIDTH / 2, y, escaped(words.say("USB sockets")));
    for (String each : plan.usb()) {
      y += 18;
      add("<text class=\"small mid\" x=\"%d\" y=\"%d\">%s</text>", WIDTH / 2, y, escaped(each));
    }
  }

  private void pin(int pin) {
    boolean left = Header.left(pin);
    boolean used =
        grounds.used().contains(pin)
            || plan.devices().stream()
                .flatMap(device -> device.terminals().stream())
                .anyMatch(terminal -> terminal.pin() == pin);
    int y = row(pin);
    int middle = x(left, 22);
    if (pin == 1) {
      add(
          "<rect class=\"hole%s\" x=\"%d\" y=\"%d\" width=\"28\" height=\"28\"/>",
          used ? " used" : "", middle - 14, y - 14);
    } else {
      add(
          "<circle class=\"hole%s\" cx=\"%d\" cy=\"%d\" r=\"14\"/>",
          used ? " used" : "", middle, y);
    }
    add(
        "<text class=\"pin mid%s\" x=\"%d\" y=\"%d\">%d</text>",
        used ? " on" : "", middle, y + 4, pin);
    add(
        "<text class=\"%s%s\" x=\"%d\" y=\"%d\">%s</text>",
        used ? "head" : "small", left ? " end" : "", x(left, 48), y + 4, Header.label(pin));
  }

  /** One side's devices and wires; gives where it ends. */
  private int side(boolean left) {
    List<Device> devices = plan.devices().stream().filter(d -> d.left() == left).toList();
    if (devices.isEmpty()) {
      return 0;
    }
    int wires = devices.stream().mapToInt(device -> device.terminals().size()).sum();
    int lane = BOARD + 12 + LANE * wires;
    int top = TOP;
    int firstGround = -1;
    int previousBottom = 0;
    for (Device device : devices) {
      int first = top + TITLE + 16;
      List<Integer> ys = new ArrayList<>();
      for (Terminal terminal : device.terminals()) {
        int y = Header.left(terminal.pin()) == left ? Math.max(first, row(terminal.pin())) : first;
        ys.add(y);
        first = y + 24;
      }
      if (!ys.isEmpty() && ys.getFirst() > top + TITLE + 16) {
        top = ys.getFirst() - TITLE - 18;
      }
      int lines = notes(device).size();
      int below = ys.isEmpty() ? top + TITLE : ys.getLast() + 12;
      int bottom =
          Math.max(
              below + lines * NOTE + (lines > 0 ? 14 : 0),
              top + TITLE + (device.supply().isPresent() ? 62 : 30));
      for (int i = 0; i < ys.size(); i++) {
        Terminal terminal = device.terminals().get(i);
        wire(left, terminal, ys.get(i), lane);
        lane -= LANE;
      }
      if (device.chained()) {
        chain(left, previousBottom, top);
      }
      box(left, device, top, bottom, ys, below);
      if (!device.chained()) {
        int y = ground(left, device, top, bottom);
        firstGround = firstGround < 0 ? y : firstGround;
      }
      previousBottom = bottom;
      top = bottom + (plan.devices().size() > 9 ? 12 : 16);
    }
    return rail(left, firstGround, previousBottom + 18);
  }

  private List<String> notes(Device device) {
    List<String> notes = new ArrayList<>();
    if (device.chained()) {
      notes.add(words.say("VCC, SDA, SCL, GND from above"));
    }
    if (device.terminals().stream().anyMatch(terminal -> terminal.label().equals("OE"))) {
      notes.add("OE —[ 2.2 kΩ ]— VCC");
    }
    notes.addAll(device.notes());
    return notes;
  }

  private void wire(boolean left, Terminal terminal, int y, int lane) {
    int far = x(left, BOARD + CHANNEL);
    if (Header.left(terminal.pin()) != left) {
      add(
          "<text class=\"small%s\" x=\"%d\" y=\"%d\">%s %d</text>",
          left ? "" : " end",
          x(left, BOARD + CHANNEL - 8),
          y + 4,
          escaped(words.say("Pin")),
          terminal.pin());
      return;
    }
    int from = row(terminal.pin());
    String path =
        from == y
            ? String.format(Locale.ROOT, "M%d %dH%d", x(left, BOARD), y, far)
            : String.format(
                Locale.ROOT, "M%d %dH%dV%dH%d", x(left, BOARD), from, x(left, lane), y, far);
    draw(path, terminal.hue(), 2.6);
  }

  private void draw(String path, Hue hue, double width) {
    add(
        "<path fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"%s d=\"%s\"/>",
        hue.code(),
        width,
        hue.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + hue.dashes() + "\"",
        path);
  }

  private void box(boolean left, Device device, int top, int bottom, List<Integer> ys, int below) {
    int near = BOARD + CHANNEL;
    int edge = left ? x(true, near + DEVICE) : x(false, near);
    add(
        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>",
        edge, top, DEVICE, bottom - top);
    add(
        "<text class=\"head\" x=\"%d\" y=\"%d\">%s</text>",
        edge + 8, top + 17, escaped(device.title()));
    for (int i = 0; i < ys.size(); i++) {
      Terminal terminal = device.terminals().get(i);
      add(
          "<text class=\"small%s\" x=\"%d\" y=\"%d\">%s</text>",
          left ? " end" : "",
          x(left, near + 8),
          ys.get(i) + 4,
          escaped(
              terminal.label()
                  + (terminal.label().isEmpty() ? "" : " · ")
                  + words.say(terminal.hue().word())));
    }
    int y = below + 14;
    for (String note : notes(device)) {
      add("<text class=\"small\" x=\"%d\" y=\"%d\">%s</text>", edge + 8, y, escaped(note));
      y += NOTE;
    }
  }

  private void chain(boolean left, int from, int to) {
    Hue[] hues = {Hue.ORANGE, Hue.BLUE, Hue.YELLOW, Hue.BLACK};
    for (int i = 0; i < hues.length; i++) {
      int x = x(left, BOARD + CHANNEL + DEVICE - 30 - 14 * i);
      draw(String.format(Locale.ROOT, "M%d %dV%d", x, from, to), hues[i], 2.6);
    }
  }

  /** From a device, through its supply if it has one, to the rail; gives the height of the wire. */
  private int ground(boolean left, Device device, int top, int bottom) {
    int outer = BOARD + CHANNEL + DEVICE;
    int plus = top + TITLE + 12;
    int minus = device.supply().isPresent() ? plus + 30 : Math.min(bottom - 8, top + TITLE + 16);
    if (device.supply().isEmpty()) {
      draw(
          String.format(Locale.ROOT, "M%d %dH%d", x(left, outer), minus, x(left, RAIL)),
          Hue.BLACK,
          2.6);
      return minus;
    }
    int near = outer + SUPPLY_GAP;
    draw(
        String.format(Locale.ROOT, "M%d %dH%d", x(left, outer), plus, x(left, near)), Hue.RED, 3.4);
    draw(
        String.format(Locale.ROOT, "M%d %dH%d", x(left, outer), minus, x(left, near)),
        Hue.BLACK,
        2.6);
    draw(
        String.format(Locale.ROOT, "M%d %dH%d", x(left, near + SUPPLY), minus, x(left, RAIL)),
        Hue.BLACK,
        2.6);
    int edge = left ? x(true, near + SUPPLY) : x(false, near);
    add(
        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"58\" rx=\"4\"/>",
        edge, plus - 16, SUPPLY);
    String anchor = left ? " end" : "";
    add("<text class=\"head%s\" x=\"%d\" y=\"%d\">+</text>", anchor, x(left, near + 6), plus + 4);
    add("<text class=\"head%s\" x=\"%d\" y=\"%d\">−</text>", anchor, x(left, near + 6), minus + 4);
    add(
        "<text class=\"small mid\" x=\"%d\" y=\"%d\">%s</text>",
        x(left, near + SUPPLY / 2 + 6), plus + 4, escaped(device.supply().get().power()));
    add(
        "<text class=\"small mid\" x=\"%d\" y=\"%d\">%s</text>",
        edge + SUPPLY / 2, plus + 20, escaped(device.supply().get().caption()));
    capacitor(left, plus, minus);
    return minus;
  }

  private void capacitor(boolean left, int plus, int minus) {
    int x = x(left, BOARD + CHANNEL + DEVICE + SUPPLY_GAP / 2);
    int middle = (plus + minus) / 2;
    add(
        "<path fill=\"none\" stroke=\"#111\" stroke-width=\"1.6\""
            + " d=\"M%d %dV%dM%d %dh16M%d %dh16M%d %dV%d\"/>",
        x, plus, middle - 3, x - 8, middle - 3, x - 8, middle + 3, x, middle + 3, minus);
    add(
        "<text class=\"small%s\" x=\"%d\" y=\"%d\">1000 µF</text>",
        left ? " end" : "", x(left, BOARD + CHANNEL + DEVICE + 4), minus + 28);
  }

  /** The common ground of a side, down and back to the header. */
  private int rail(boolean left, int from, int bottom) {
    OptionalInt pin = left ? grounds.left() : grounds.right();
    int y = row(pin.orElseThrow());
    int low = Math.max(bottom, y);
    String path =
        low == y
            ? String.format(Locale.ROOT, "M%d %dV%dH%d", x(left, RAIL), from, y, x(left, BOARD))
            : String.format(
                Locale.ROOT,
                "M%d %dV%dH%dV%dH%d",
                x(left, RAIL),
                from,
                low,
                x(left, BOARD + 10),
                y,
                x(left, BOARD));
    draw(path, Hue.BLACK, 3.4);
    add(
        "<text class=\"small%s\" x=\"%d\" y=\"%d\">%s (%s)</text>",
        left ? "" : " end",
        x(left, RAIL - 8),
        low + 16,
        escaped(words.say("common ground")),
        escaped(words.say("black")));
    return low + 16;
  }

  private void legend(int y) {
    int x = 30;
    for (Hue hue : Hue.values()) {
      add(
          "<path fill=\"none\" stroke=\"%s\" stroke-width=\"3\"%s d=\"M%d %dh44\"/>",
          hue.code(),
          hue.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + hue.dashes() + "\"",
          x,
          y);
      add(
          "<text class=\"small\" x=\"%d\" y=\"%d\">%s</text>",
          x + 52, y + 4, escaped(words.say(hue.use())));
      x += 148;
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  // The annotation that this check wants would be a library of its own.
  @SuppressWarnings("AnnotateFormatMethod")
  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
