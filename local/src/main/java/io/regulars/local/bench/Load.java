package io.regulars.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A load generator on one thread: closed loop flat out, or open loop at a rate with waiting time counted in. */
final class Load implements AutoCloseable {

    private final Selector selector;
    private final List<Line> lines = new ArrayList<>();
    private final ArrayDeque<Line> idle = new ArrayDeque<>();
    private final Supplier<byte[]> requests;

    Load(int port, int connections, Supplier<byte[]> requests) {
        this.requests = requests;
        try {
            selector = Selector.open();
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
            for (int i = 0; i < connections; i++) lines.add(new Line(selector, address));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        idle.addAll(lines);
    }

    /** What came of a run: answers by class, and how long they took from when they were due. */
    record Result(long ok, long refused, long unavailable, double seconds, Latencies latencies) {
        double perSecond() {
            return ok / seconds;
        }
    }

    /** Runs for so long; {@code perSecond} 0 means flat out. Requests under way at the end are waited for. */
    Result run(double seconds, double perSecond) {
        return run(seconds, perSecond, Long.MAX_VALUE);
    }

    Result run(double seconds, double perSecond, long most) {
        Tally tally = new Tally();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        long due = begun;
        long step = perSecond == 0 ? 0 : (long) (1e9 / perSecond);
        long sent = 0;
        while (System.nanoTime() < end && (sent < most || idle.size() < lines.size())) {
            long now = System.nanoTime();
            while (!idle.isEmpty() && sent < most && (step == 0 || due <= now)) {
                idle.poll().send(requests.get(), step == 0 ? System.nanoTime() : due);
                sent++;
                due += step;
            }
            listen(tally, step == 0 ? 100 : 1);
        }
        double took = (System.nanoTime() - begun) / 1e9;
        Result result = new Result(tally.ok, tally.refused, tally.unavailable, took, tally.latencies);
        long patience = System.nanoTime() + 5_000_000_000L;
        while (idle.size() < lines.size() && System.nanoTime() < patience) listen(new Tally(), 100);
        return result;
    }

    private void listen(Tally tally, long millis) {
        try {
            selector.select(key -> answered((Line) key.attachment(), key, tally), millis);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void answered(Line line, SelectionKey key, Tally tally) {
        int status = line.ready(key);
        if (status == 0) return;
        tally.latencies.add(System.nanoTime() - line.due());
        if (status / 100 == 2) tally.ok++;
        else if (status == 503) tally.unavailable++;
        else tally.refused++;
        idle.add(line);
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
        try {
            selector.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static final class Tally {
        private final Latencies latencies = new Latencies();
        private long ok;
        private long refused;
        private long unavailable;
    }
}
