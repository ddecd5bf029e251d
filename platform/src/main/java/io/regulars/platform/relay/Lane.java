package io.regulars.platform.relay;

/** One shard on its way to one partition: what the topic holds for certain, as far as this owner knows. */
final class Lane {

    private final int shard;
    private final long epoch;
    private long nextOffset;
    private long seq;

    Lane(int shard, long epoch, long nextOffset, long seq) {
        this.shard = shard;
        this.epoch = epoch;
        this.nextOffset = nextOffset;
        this.seq = seq;
    }

    /** The topic acknowledged this fact at this place. Offsets only grow, unless the topic was swapped beneath us. */
    void acknowledged(long ackedSeq, long offset) {
        if (offset < nextOffset) {
            throw new RelayBroken("shard " + shard + " was acknowledged at offset " + offset + " below " + nextOffset);
        }
        nextOffset = offset + 1;
        seq = ackedSeq;
    }

    /** A log that ends before what it acknowledged has lost it. */
    void mustReachTo(long end) {
        if (end < nextOffset) throw new RelayBroken("shard " + shard + " ends at " + end + ", cut below " + nextOffset);
    }

    int shard() {
        return shard;
    }

    long epoch() {
        return epoch;
    }

    long nextOffset() {
        return nextOffset;
    }

    long seq() {
        return seq;
    }
}
