package io.regulars.loyalty.night;

import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.database.Tx;
import java.util.UUID;
import java.util.function.Function;

/**
 * A night, who is at it, and what it goes by.
 *
 * @param judging the rules as they are, until the transaction ends
 */
record NightWatch(Night night, UUID owner, Function<Tx, Rulebook> judging) {}
