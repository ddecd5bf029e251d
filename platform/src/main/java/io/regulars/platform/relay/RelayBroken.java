package io.regulars.platform.relay;

/** What was sent is no longer known for certain: the producer is closed and every shard is taken anew. */
final class RelayBroken extends RuntimeException {
    RelayBroken(String what) {
        super(what);
    }

    RelayBroken(String what, Throwable cause) {
        super(what, cause);
    }
}
