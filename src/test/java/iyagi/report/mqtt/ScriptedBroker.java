package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/**
 * Something at a port that answers each packet of a robot with the next of some given bytes, as no
 * mosquitto does. After the last answer it says nothing more.
 */
final class ScriptedBroker implements AutoCloseable {
  private final ServerSocket door;
  private final List<int[]> answers;

  private ScriptedBroker(List<int[]> answers) {
    this.answers = answers;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Thread.ofVirtual().name("scripted-broker").start(this::serve);
  }

  static ScriptedBroker answering(int[]... answers) {
    return new ScriptedBroker(List.of(answers));
  }

  /** Lets a robot in. */
  static int[] connack(int... properties) {
    int[] packet = new int[5 + properties.length];
    packet[0] = 0x20;
    packet[1] = 3 + properties.length;
    packet[4] = properties.length;
    System.arraycopy(properties, 0, packet, 5, properties.length);
    return packet;
  }

  /** Does not let a robot in. */
  static int[] refusal(int code) {
    return new int[] {0x20, 3, 0, code, 0};
  }

  BrokerAddress address() {
    return new BrokerAddress("127.0.0.1", door.getLocalPort(), Optional.empty(), Optional.empty());
  }

  private void serve() {
    try {
      while (true) {
        Socket robot = door.accept();
        Thread.ofVirtual().name("scripted-broker").start(() -> answer(robot));
      }
    } catch (IOException closed) {
      // by ourselves
    }
  }

  private void answer(Socket robot) {
    try (robot) {
      DataInputStream in = new DataInputStream(robot.getInputStream());
      OutputStream out = robot.getOutputStream();
      for (int[] answer : answers) {
        skipPacket(in);
        for (int b : answer) {
          out.write(b);
        }
      }
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // the robot has
    }
  }

  private static void skipPacket(DataInputStream in) throws IOException {
    in.readByte();
    int length = 0;
    int shift = 0;
    int b;
    do {
      b = in.readUnsignedByte();
      length |= (b & 0x7F) << shift;
      shift += 7;
    } while (b >= 0x80);
    in.skipNBytes(length);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
