package org.safetyledger.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** Watches the pace of each connection that a client opens. Netty finds it as a service, where its property says so. */
@RegisterForReflection
public final class PacedClients extends ChannelInitializerExtension {
    private static volatile @Nullable PaceLimits limits;

    /** Netty looks for its extensions only with this; to be called before the first connection of the process. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /** Netty makes its extensions itself, and knows nothing of the service's settings. */
    static void holdTo(PaceLimits given) {
        limits = given;
    }

    @Override
    public void postInitializeServerChildChannel(Channel client) {
        PaceLimits known = limits;
        if (known != null) {
            client.pipeline().addFirst(new ConnectionPace(known));
        }
    }
}
