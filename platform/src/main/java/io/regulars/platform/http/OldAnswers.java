package io.regulars.platform.http;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.trimming.Keeping;
import io.regulars.platform.trimming.Outlived;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Answers to commands so old that nobody asks for them again. */
@ApplicationScoped
class OldAnswers implements Outlived {

    private static final String REMOVE = """
            delete from idempotency where (credential, key) in (
                select credential, key from idempotency where created_at < $1
                order by created_at limit $2 for update skip locked)
            """;

    private final Keeping keeping;

    OldAnswers(Keeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public String what() {
        return "answers to commands";
    }

    @Override
    public int remove(Tx tx, Instant now, int most) {
        return tx.count(REMOVE, Column.at(Keeping.before(now, keeping.answers())), most);
    }
}
