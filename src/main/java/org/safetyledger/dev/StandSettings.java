package org.safetyledger.dev;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives the stand its ports and folders, unless a system property or an environment variable does. */
public final class StandSettings implements ConfigSourceFactory {
    /** Above the files of the application, below what a developer says for one run. */
    private static final int ORDINAL = 260;

    /** Of all stands that this user runs on the machine. */
    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "safety-ledger-" + System.getProperty("user.name"));

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!context.getProfiles().contains("dev")) {
            return List.of();
        }
        Stand stand = Stand.ofThisProcess(Path.of("").toAbsolutePath(), StandSettings::isFree);
        return List.of(new PropertiesConfigSource(stand.settings(), "developer's stand", ORDINAL));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            return false;
        }
        return Claim.take(CLAIMS, port + ".lock");
    }
}
