package io.regulars.loyalty.programme;

import io.quarkus.runtime.StartupEvent;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.database.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** A new installation begins with the programme that is built in; after that only what is published counts. */
@ApplicationScoped
public class BeginWithOne {

    private static final Logger LOG = Logger.getLogger(BeginWithOne.class);
    private static final int BEFORE_ANYBODY_JUDGES = 3;

    private final Database database;
    private final Revision revision;
    private final ProgrammeVersions versions;
    private final Programmes programmes;

    BeginWithOne(Database database, Revision revision, ProgrammeVersions versions, Programmes programmes) {
        this.database = database;
        this.revision = revision;
        this.versions = versions;
        this.programmes = programmes;
    }

    /** What is published and cannot be run stops the start here, with the reason. */
    void start(@Observes @Priority(BEFORE_ANYBODY_JUDGES) StartupEvent started) {
        begin(Programmes.builtIn());
        LOG.infof("programmes %s", programmes.now().programmes().keySet());
    }

    /** Of two that start at once one begins, and the other finds what it began with. */
    public void begin(String document) {
        String id = DocumentText.read(document).id();
        database.untilDone(tx -> {
            revision.alone(tx);
            versions.begin(tx, id, document);
            return null;
        });
    }
}
