package io.regulars.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive HTTP/1.1 connection with at most one request under way. */
final class Line {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long due;

    Line(Selector selector, InetSocketAddress address) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(byte[] request, long dueAt) {
        due = dueAt;
        out = ByteBuffer.wrap(request);
        in.clear();
        write();
    }

    long due() {
        return due;
    }

    /** Goes on writing or reading; the status once the whole answer is here, else 0. */
    int ready(SelectionKey ready) {
        if (ready.isWritable()) write();
        if (!ready.isReadable()) return 0;
        try {
            if (channel.read(in) < 0) throw new IOException("the gateway closed a connection");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return status();
    }

    private void write() {
        try {
            channel.write(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private int status() {
        byte[] bytes = in.array();
        int size = in.position();
        for (int i = 3; i < size; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                if (size < i + 1 + length(bytes, i)) return 0;
                return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
            }
        }
        return 0;
    }

    private static int length(byte[] bytes, int headersEnd) {
        for (int i = 0; i < headersEnd - LENGTH.length; i++) {
            if (bytes[i] == '\n' && isLength(bytes, i + 1)) {
                return Integer.parseInt(text(bytes, i + 1 + LENGTH.length).trim());
            }
        }
        return 0;
    }

    private static boolean isLength(byte[] bytes, int at) {
        for (int i = 0; i < LENGTH.length; i++) if ((bytes[at + i] | 0x20) != (LENGTH[i] | 0x20)) return false;
        return true;
    }

    private static String text(byte[] bytes, int from) {
        int to = from;
        while (bytes[to] != '\r') to++;
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
