package io.regulars.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose request headers have begun and are not whole in time: a byte now and then is not progress.
 * It stands before the HTTP decoder and has an ear behind it, and costs a timer only where headers come in pieces.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {

    private static final String DECODER = "httpDecoder";

    private final long patienceMillis;
    private boolean listening;
    private boolean inRequest;
    private boolean endedNow;
    private Future<?> closing;

    HeaderDeadline(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!listening) listen(context);
        endedNow = false;
        context.fireChannelRead(bytes);
        boolean headersHaveBegun = listening && !inRequest && !endedNow;
        if (headersHaveBegun && closing == null) {
            closing = context.executor().schedule(() -> context.close(), patienceMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** Where TLS ends here the decoder comes later, and such a connection goes by the idle time-out alone. */
    private void listen(ChannelHandlerContext context) {
        if (context.pipeline().get(DECODER) != null) {
            context.pipeline().addAfter(DECODER, "header-ear", new Ear());
            listening = true;
        } else {
            context.pipeline().remove(this);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        beAtEase();
    }

    private void beAtEase() {
        if (closing != null) closing.cancel(false);
        closing = null;
    }

    /** Hears where a request begins, its headers being whole, and where it ends. */
    private final class Ear extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                beAtEase();
                inRequest = true;
            }
            if (message instanceof LastHttpContent) {
                inRequest = false;
                endedNow = true;
            }
            context.fireChannelRead(message);
        }
    }
}
