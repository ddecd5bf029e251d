package io.regulars.platform.trimming;

import io.regulars.platform.database.Tx;
import java.time.Instant;

/** Rows that are of no use any more after a while; a store that has some says how they go. */
public interface Outlived {

    /** What the log calls them. */
    String what();

    /** Removes the oldest, at most so many, passing over those somebody is at work on; returns how many went. */
    int remove(Tx tx, Instant now, int most);
}
