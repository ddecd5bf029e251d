package io.regulars.platform.relay;

import io.regulars.events.Topic;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.journal.Verification;
import io.regulars.platform.journal.Verification.Mark;
import io.regulars.platform.relay.TakeOver.AheadOfJournal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Comes before anything is sent or decided: the topic knows nothing that our journal does not. */
final class Comparison {

    private static final Logger LOG = Logger.getLogger(Comparison.class);

    private final CountDownLatch known = new CountDownLatch(1);
    private final Topic topic;
    private final TakeOver takeOver;
    private final Verification verification;
    private final Standing standing;
    private boolean looked;
    private boolean holds;
    private boolean refuses;

    Comparison(Topic topic, TakeOver takeOver, Verification verification, Standing standing) {
        this.topic = topic;
        this.takeOver = takeOver;
        this.verification = verification;
        this.standing = standing;
    }

    /** Compares, once in this process and again whenever the database may have been put back since. */
    void make() {
        if (holds) return;
        boolean verified = verification.holds();
        if (verified) trust();
        else if (!refuses) refuse("not compared with its topic since PostgreSQL was started");
        if (!verified || !looked) compare();
        looked = true;
        holds = true;
    }

    private void compare() {
        Mark mark = verification.mark();
        takeOver.verify(topic);
        verification.note(mark);
        trust();
    }

    private void trust() {
        if (refuses) standing.set("relay", State.STARTING, "the journal is not behind its topic");
        refuses = false;
        known.countDown();
    }

    private void refuse(String why) {
        LOG.warnf("recovery: %s", why);
        standing.set("relay", State.RECOVERY, why);
        refuses = true;
    }

    /** Something failed: whether it still holds has to be asked. */
    void doubt() {
        holds = false;
    }

    /** PostgreSQL may have been started anew, on other files, without anybody's call failing. */
    void mustStillHold() {
        if (!verification.holds()) throw new RelayBroken("the database is not the one that was compared");
    }

    void failed(AheadOfJournal found) {
        refuse(found.getMessage());
        looked = false;
        try {
            verification.withdraw();
        } catch (RuntimeException databaseAway) {
            LOG.warnf("the verification was not withdrawn yet: %s", databaseAway.getMessage());
        }
    }

    /** Whether the service is in recovery, which is worse than any passing fault. */
    boolean refuses() {
        return refuses;
    }

    /** Waits until the journal is known to be whole, at most so long. */
    void await(Duration atMost) throws InterruptedException {
        if (!known.await(atMost.toMillis(), TimeUnit.MILLISECONDS))
            LOG.warn("commands are refused until Kafka answers");
    }
}
