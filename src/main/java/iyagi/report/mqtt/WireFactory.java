package iyagi.report.mqtt;

import java.net.URI;
import java.util.Set;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory;

/**
 * Hands Paho our own {@link Wire}. Paho finds this class through META-INF/services by the scheme of
 * the address, which is otherwise always the same: host and port do not go through it, because Paho
 * cannot take every name from a URI (not an IPv6 address, and on today's Java not an underscore).
 */
public final class WireFactory implements NetworkModuleFactory {
  /** What Paho is given for an address. */
  static final String ADDRESS = "iyagi://broker";

  /** Made by Paho. */
  public WireFactory() {}

  @Override
  public Set<String> getSupportedUriSchemes() {
    return Set.of("iyagi");
  }

  @Override
  public void validateURI(URI address) {
    if (!address.toString().equals(ADDRESS)) {
      throw new IllegalArgumentException(address + " is not " + ADDRESS);
    }
  }

  @Override
  public NetworkModule createNetworkModule(
      URI address, MqttConnectionOptions options, String clientId) {
    return ((WireOptions) options).wire;
  }

  /** Paho's options, and the wire to be used: the one thing Paho hands to a factory. */
  static final class WireOptions extends MqttConnectionOptions {
    private final Wire wire;

    WireOptions(Wire wire) {
      this.wire = wire;
    }
  }
}
