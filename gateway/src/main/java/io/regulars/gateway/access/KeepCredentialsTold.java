package io.regulars.gateway.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.regulars.gateway.startup.PrepareDatabase;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sees to it that the topic says what the database says, also after a fault between the two, and makes the first key. */
@ApplicationScoped
public class KeepCredentialsTold {

    private static final Logger LOG = Logger.getLogger(KeepCredentialsTold.class);
    private static final long LOOK_SECONDS = 10;

    private final StoreKeys keys;
    private final IssueStoreKey issue;
    private final KnownKeys known;
    private final CredentialTopic topic;
    private final FollowCredentials follow;
    private final PrepareDatabase database;
    private final List<String> firstStores;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "credentials-told"));
    private boolean firstLook = true;

    KeepCredentialsTold(
            StoreKeys keys,
            IssueStoreKey issue,
            KnownKeys known,
            CredentialTopic topic,
            FollowCredentials follow,
            PrepareDatabase database,
            @ConfigProperty(name = "regulars.first-key.stores") List<String> firstStores) {
        this.keys = keys;
        this.issue = issue;
        this.known = known;
        this.topic = topic;
        this.follow = follow;
        this.database = database;
        this.firstStores = firstStores;
    }

    void start(@Observes StartupEvent started) {
        CompletableFuture.allOf(follow.known(), database.ready())
                .thenRun(() -> looking.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS));
    }

    private void look() {
        try {
            if (firstLook) makeFirst();
            firstLook = false;
            List<Credential> all = VertxContextSupport.subscribeAndAwait(keys::all).stream()
                    .map(StoreKey::credential)
                    .toList();
            known.untold(all).forEach(topic::tell);
        } catch (Refusal later) {
            LOG.warnf("store keys are told later: %s", later.getMessage());
        } catch (Throwable failure) {
            LOG.warnf("store keys cannot be looked at: %s", failure.toString());
        }
    }

    private void makeFirst() throws Throwable {
        IssueStoreKey.Issued first = VertxContextSupport.subscribeAndAwait(() -> issue.issueFirst(firstStores));
        if (first != null) LOG.info(frame(first.secret()));
    }

    private String frame(String secret) {
        String edge = "=".repeat(72);
        return "the first store key was made\n" + edge + "\n  store key for " + String.join(", ", firstStores)
                + " (shown once, keep it safe):\n\n  " + secret + "\n" + edge;
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }
}
