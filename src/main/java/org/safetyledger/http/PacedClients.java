package org.safetyledger.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;

/** Watches the pace of each connection that a client opens. Netty finds it as a service, where its property says so. */
@RegisterForReflection
public final class PacedClients extends ChannelInitializerExtension {
    /** Netty looks for its extensions only with this; to be called before the first connection of the process. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel client) {
        PaceLimits limits =
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(PaceLimits.class);
        client.pipeline().addFirst(new ConnectionPace(limits));
    }
}
