package io.regulars.gateway.edge;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives every connection that comes in a {@link HeaderDeadline}. Neither Quarkus nor Vert.x has a setting for it: their
 * idle time-outs would also end a till that waits for its outcome. A native transport, which nobody has asked for, is
 * left as it is.
 */
public final class Doorkeeper implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder vertx) {
        Duration patience = ConfigProvider.getConfig().getValue("regulars.header-patience", Duration.class);
        if (vertx.findTransport() instanceof JDKTransport) vertx.findTransport(new Doors(patience));
    }

    private static final class Doors extends JDKTransport {
        private final Duration patience;

        Doors(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
            super.configure(options, domainSocket, server);
            server.handler(new Welcome(patience));
        }
    }

    /** Sees each connection before anybody else does. */
    private static final class Welcome extends ChannelInboundHandlerAdapter {
        private final Duration patience;

        Welcome(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ((Channel) connection).pipeline().addLast("header-deadline", new HeaderDeadline(patience));
            context.fireChannelRead(connection);
        }
    }
}
