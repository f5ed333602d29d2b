package org.safetyledger.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes too long for the headers or the body of a request. Time limits on idleness alone
 * would be kept up by one byte now and then. All of it runs on the connection's own event loop.
 */
final class ConnectionPace extends ChannelInboundHandlerAdapter {
    private enum Phase {
        BETWEEN_REQUESTS,
        HEADERS,
        BODY
    }

    private final PaceLimits limits;
    private Phase phase = Phase.HEADERS;
    private boolean sawRequests;
    private long received;
    private long bodyFrom;
    private long bodyStartedAt;
    private @Nullable Future<?> deadline;

    ConnectionPace(PaceLimits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expectWithin(context, limits.headerLimit(), () -> close(context));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!sawRequests) {
            sawRequests = true;
            watchRequests(context);
        }
        if (message instanceof ByteBuf bytes) {
            received += bytes.readableBytes();
        }
        if (phase == Phase.BETWEEN_REQUESTS) {
            phase = Phase.HEADERS;
        }
        context.fireChannelRead(message);
    }

    /** Most requests come whole, and need no clock. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (deadline == null && phase == Phase.HEADERS) {
            expectWithin(context, limits.headerLimit(), () -> close(context));
        } else if (deadline == null && phase == Phase.BODY) {
            expectWithin(context, limits.bodyLimit(), () -> holdBodyToItsPace(context));
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        expectNothing();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        expectNothing();
        context.fireChannelInactive();
    }

    /** Behind the decoder, which is there before the first byte is read; what is not HTTP is not watched. */
    private void watchRequests(ChannelHandlerContext connection) {
        ChannelHandlerContext decoder = connection.pipeline().context(HttpRequestDecoder.class);
        if (decoder == null) {
            connection.pipeline().remove(this);
            return;
        }
        connection.pipeline().addAfter(decoder.name(), null, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    beginBody();
                }
                if (message instanceof LastHttpContent) {
                    phase = Phase.BETWEEN_REQUESTS;
                    expectNothing();
                }
                context.fireChannelRead(message);
            }
        });
    }

    private void beginBody() {
        expectNothing();
        phase = Phase.BODY;
        bodyFrom = received;
        bodyStartedAt = System.nanoTime();
    }

    private void holdBodyToItsPace(ChannelHandlerContext connection) {
        Duration allowed =
                limits.bodyLimit().plusMillis((received - bodyFrom) * 1000 / Math.max(1, limits.bodyBytesPerSecond()));
        Duration left = allowed.minusNanos(System.nanoTime() - bodyStartedAt);
        if (!connection.channel().config().isAutoRead()) {
            // It is the service that does not read on, as when a disk is slow.
            expectWithin(connection, limits.bodyLimit(), () -> holdBodyToItsPace(connection));
        } else if (left.isPositive()) {
            expectWithin(connection, left, () -> holdBodyToItsPace(connection));
        } else {
            close(connection);
        }
    }

    private static void close(ChannelHandlerContext connection) {
        // Whether it could still be closed in good order is of no interest to anybody.
        var _ = connection.close();
    }

    private void expectWithin(ChannelHandlerContext connection, Duration limit, Runnable otherwise) {
        expectNothing();
        deadline = connection.executor().schedule(otherwise, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expectNothing() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
