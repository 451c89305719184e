package iyagi.wiring;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The plan's sentences in English and Korean. English is the key. */
final class Words {
  private static final Map<String, String> KOREAN = new HashMap<>();

  static {
    KOREAN.put("Raspberry Pi 3, 4 or 5 with its own power supply", "전용 전원이 있는 라즈베리 파이 3, 4 또는 5");
    KOREAN.put(
        "PCA9685 servo board, 16 channels, at address 0x%02x", "PCA9685 서보 보드, 16채널, 주소 0x%02x");
    KOREAN.put("Servo board PCA9685 0x%02x", "서보 보드 PCA9685 0x%02x");
    KOREAN.put("%d servos of 9 g (SG90, MG90S)", "9g 서보 %d개 (SG90, MG90S)");
    KOREAN.put("Servo supply %s, with a switch", "스위치가 있는 서보 전원 %s");
    KOREAN.put(
        "Capacitor 1000 µF, 10 V or more, across the servo supply",
        "콘덴서 1000 µF, 10 V 이상, 서보 전원 양단에");
    KOREAN.put(
        "Resistor 2.2 kΩ (1 to 4.7 kΩ), between OE and VCC of the servo board",
        "저항 2.2 kΩ (1~4.7 kΩ), 서보 보드의 OE와 VCC 사이에");
    KOREAN.put("channel %d: %s", "채널 %d: %s");
    KOREAN.put("Servo %s", "서보 %s");
    KOREAN.put("signal", "신호");
    KOREAN.put("%d LEDs, each with a resistor of 330 Ω", "LED %d개, 각각 330 Ω 저항과 함께");
    KOREAN.put("Lamp %s", "램프 %s");
    KOREAN.put("PCA9685 board for lamps, at address 0x%02x", "램프용 PCA9685 보드, 주소 0x%02x");
    KOREAN.put("Lamp board PCA9685 0x%02x", "램프 보드 PCA9685 0x%02x");
    KOREAN.put(
        "Red, green and blue LEDs with resistors or transistors, on its outputs",
        "출력마다 저항이나 트랜지스터를 단 빨강, 초록, 파랑 LED");
    KOREAN.put("output %d: red", "출력 %d: 빨강");
    KOREAN.put("output %d: green", "출력 %d: 초록");
    KOREAN.put("output %d: blue", "출력 %d: 파랑");
    KOREAN.put("Strip of %d APA102 or SK9822 lamps", "APA102 또는 SK9822 램프 %d개짜리 띠");
    KOREAN.put("Strip of %d lamps", "램프 %d개짜리 띠");
    KOREAN.put("Lamp supply %s", "램프 전원 %s");
    KOREAN.put(
        "Level shifter 74AHCT125 for data and clock: the strip wants 3.5 V, the Pi gives 3.3 V",
        "데이터와 클럭용 레벨 변환기 74AHCT125: 띠는 3.5 V가 필요하고 파이는 3.3 V를 냅니다");
    KOREAN.put("by way of the level shifter", "레벨 변환기를 거쳐서");
    KOREAN.put("%d push buttons", "누름 버튼 %d개");
    KOREAN.put("Button %s", "버튼 %s");
    KOREAN.put("USB card reader that types numbers (%s)", "번호를 입력하는 USB 카드 리더 (%s)");
    KOREAN.put("USB card reader for PC/SC", "PC/SC용 USB 카드 리더");
    KOREAN.put("USB loudspeaker or sound card", "USB 스피커 또는 사운드 카드");
    KOREAN.put("Wiring: %s", "배선: %s");
    KOREAN.put(
        "Made from the robot's profile by `iyagi wiring %s`; do not edit it here.",
        "로봇 프로필에서 `iyagi wiring %s` 명령으로 만들었습니다. 여기서 고치지 마세요.");
    KOREAN.put("Picture", "그림");
    KOREAN.put("Parts", "부품");
    KOREAN.put("Power", "전원");
    KOREAN.put("Pins", "핀");
    KOREAN.put("Pin", "핀 번호");
    KOREAN.put("Printed on it", "이름");
    KOREAN.put("Goes to", "연결할 곳");
    KOREAN.put("Wire", "전선");
    KOREAN.put("ground of every part (common ground)", "모든 부품의 접지 (공통 접지)");
    KOREAN.put("stays free (SPI uses it)", "비워 둡니다 (SPI가 씁니다)");
    KOREAN.put(
        "Switch everything off before you connect anything. Count the pins from the corner with the square solder pad: that is pin 1.",
        "연결하기 전에 전원을 모두 끄세요. 네모난 납땜 자리가 있는 모서리가 1번 핀입니다.");
    KOREAN.put(
        "The servos have a supply of their own, never the Pi's 5 V pins: a servo that is held fast takes 0.8 A. Its minus and the Pi's GND are joined (common ground). The capacitor sits close to the servos, its minus on ground.",
        "서보에는 따로 전원을 연결하고, 파이의 5 V 핀은 절대 쓰지 마세요. 붙잡힌 서보는 0.8 A를 씁니다. 서보 전원의 -와 파이의 GND를 잇습니다(공통 접지). 콘덴서는 서보 가까이에, -를 접지에 답니다.");
    KOREAN.put(
        "VCC of the boards is 3.3 V from pin 1, not 5 V: else their bus would put 5 V on the Pi's pins.",
        "보드의 VCC는 5 V가 아니라 1번 핀의 3.3 V입니다. 아니면 버스가 파이의 핀에 5 V를 보냅니다.");
    KOREAN.put(
        "The resistor from OE to VCC keeps the servos without pulses whenever the Pi does not hold the line low: while it starts, after a crash, with the wire torn off. Never leave it out.",
        "OE와 VCC 사이의 저항은 파이가 선을 낮게 잡고 있지 않을 때(시작할 때, 고장 났을 때, 선이 끊겼을 때) 서보에 신호가 가지 않게 합니다. 절대 빼지 마세요.");
    KOREAN.put(
        "This profile names no safety line (servos.oe-line): tie OE of the servo board to its GND; then only the board's supply switch stops the servos when the Pi hangs.",
        "이 프로필에는 안전선(servos.oe-line)이 없습니다. 서보 보드의 OE를 GND에 이으세요. 그러면 파이가 멈췄을 때 전원 스위치만이 서보를 세웁니다.");
    KOREAN.put(
        "The strip has a supply of its own; its minus and the Pi's GND are joined (common ground).",
        "램프 띠에는 따로 전원을 연결하고, 그 -와 파이의 GND를 잇습니다(공통 접지).");
    KOREAN.put(
        "Each button connects its pin to ground while it is pressed; the Pi's own resistor does the rest.",
        "버튼은 누르는 동안 핀을 접지에 잇습니다. 나머지는 파이 안의 저항이 합니다.");
    KOREAN.put(
        "Each LED: pin, resistor of 330 Ω, long leg; the short leg goes to ground. About 4 mA.",
        "LED마다: 핀, 330 Ω 저항, 긴 다리. 짧은 다리는 접지로. 약 4 mA.");
    KOREAN.put(
        "Pin numbers are those printed in the picture: 1 to 40. GPIO numbers are the ones in the profile.",
        "핀 번호는 그림에 적힌 1~40입니다. GPIO 번호는 프로필에 적힌 번호입니다.");
    KOREAN.put("servo supply", "서보 전원");
    KOREAN.put("lamp supply", "램프 전원");
    KOREAN.put("Settings of the Pi", "파이 설정");
    KOREAN.put(
        "In /boot/firmware/config.txt, then restart:", "/boot/firmware/config.txt에 적고 다시 시작합니다:");
    KOREAN.put(
        "Capacitor 1000 µF, 10 V or more, across the lamp supply",
        "콘덴서 1000 µF, 10 V 이상, 램프 전원 양단에");
    KOREAN.put("black: ground", "검정: 접지");
    KOREAN.put("red: plus", "빨강: 플러스");
    KOREAN.put("orange: 3.3 V", "주황: 3.3 V");
    KOREAN.put("blue: data", "파랑: 데이터");
    KOREAN.put("yellow: clock", "노랑: 클럭");
    KOREAN.put("white: safety line", "흰색: 안전선");
    KOREAN.put("green: button", "초록: 버튼");
    KOREAN.put("violet: pulses, lamp", "보라: 신호, 램프");
    KOREAN.put("VCC, SDA, SCL, GND from above", "VCC, SDA, SCL, GND는 위에서");
    KOREAN.put("common ground", "공통 접지");
    KOREAN.put("USB sockets", "USB 단자");
    KOREAN.put("black", "검정");
    KOREAN.put("red", "빨강");
    KOREAN.put("orange", "주황");
    KOREAN.put("blue", "파랑");
    KOREAN.put("yellow", "노랑");
    KOREAN.put("white", "흰색");
    KOREAN.put("green", "초록");
    KOREAN.put("violet", "보라");
    KOREAN.put("mouth", "입");
    KOREAN.put("waist", "허리");
    KOREAN.put("head-pitch", "고개 끄덕임");
    KOREAN.put("head-roll", "고개 기울임");
    KOREAN.put("head-yaw", "고개 돌림");
    KOREAN.put("left-arm", "왼팔");
    KOREAN.put("right-arm", "오른팔");
    KOREAN.put("eyelids", "눈꺼풀");
    KOREAN.put("start", "시작");
    KOREAN.put("next", "다음");
    KOREAN.put("stop", "멈춤");
    KOREAN.put("left", "왼쪽");
    KOREAN.put("right", "오른쪽");
    KOREAN.put("grown-up", "어른");
    KOREAN.put("volume-up", "소리 크게");
    KOREAN.put("volume-down", "소리 작게");
  }

  private final boolean korean;

  private Words(boolean korean) {
    this.korean = korean;
  }

  static Words in(Locale language) {
    return new Words(language.getLanguage().equals(Locale.KOREAN.getLanguage()));
  }

  /** A sentence with its values, in the plan's language. */
  @SuppressWarnings("AnnotateFormatMethod")
  String say(String english, Object... values) {
    String sentence = korean ? translated(english) : english;
    return values.length == 0 ? sentence : String.format(Locale.ROOT, sentence, values);
  }

  private static String translated(String english) {
    String sentence = KOREAN.get(english);
    if (sentence == null) {
      throw new IllegalStateException("the wiring plan has no Korean for '" + english + "'");
    }
    return sentence;
  }

  /**
   * A joint, a button: the key of the profile, and what it means where that is another language.
   */
  String name(String key) {
    return korean ? KOREAN.getOrDefault(key, key) + " (" + key + ")" : key;
  }
}
