package iyagi.console;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import iyagi.settings.RobotSettings;

/** The robot's own certificate, as browsers see it. */
final class Certificate {
  private Certificate() {}

  static Tls tls(RobotSettings.Tls files) {
    Keys keys =
        Keys.builder()
            .pem(
                pem ->
                    pem.key(Resource.create(files.key()))
                        .certChain(Resource.create(files.certificate())))
            .build();
    return Tls.builder().privateKey(keys).privateKeyCertChain(keys).build();
  }
}
