package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.terms.VersionRules.Published;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents of programmes as they were written, and since when they are in force. */
@ApplicationScoped
public class ProgrammeVersions {

    /** Who wrote and published the version an installation begins with. */
    public static final String INSTALLATION = "installation";

    private static final String BEGIN = """
            insert into programme_version
                (programme, number, document, author, drafted_at, approver, published_at, in_force_from)
            select $1::text, 1, $2::text, $3::text, $4::timestamptz, $3::text, $4::timestamptz, $4::timestamptz
            where not exists (select from programme_version)
            """;
    private static final String PROGRAMMES = """
            select programme from programme_version where number = 1 order by drafted_at, programme
            """;
    private static final String IN_FORCE = """
            select v.programme, v.number, v.document, v.in_force_from
            from programme_version v
                join programme_version earliest on earliest.programme = v.programme and earliest.number = 1
            where v.in_force_from is not null and v.withdrawn_at is null
            order by earliest.drafted_at, v.programme, v.in_force_from
            """;
    private static final String PUBLISHED = """
            select number, in_force_from from programme_version
            where programme = $1 and in_force_from is not null and withdrawn_at is null
            order by in_force_from
            """;
    private static final String PAGE = """
            select programme, number, null as document, author, drafted_at, approver, published_at, in_force_from,
                withdrawn_by, withdrawn_at, withdrawn_why
            from programme_version where programme = $1 and number < $2
            order by number desc limit $3
            """;
    private static final String ONE = """
            select programme, number, document, author, drafted_at, approver, published_at, in_force_from,
                withdrawn_by, withdrawn_at, withdrawn_why
            from programme_version where programme = $1 and number = $2
            """;
    private static final String DRAFT = """
            insert into programme_version (programme, number, document, author, drafted_at)
            select $1::text, coalesce(max(number), 0) + 1, $2::text, $3::text, $4::timestamptz
            from programme_version where programme = $1
            returning number
            """;
    private static final String PUBLISH = """
            update programme_version set approver = $3, published_at = $4, in_force_from = $5
            where programme = $1 and number = $2
            """;

    private static final String WITHDRAW = """
            update programme_version set withdrawn_by = $3, withdrawn_at = $4, withdrawn_why = $5
            where programme = $1 and number = $2
            """;

    /** @param document as it was saved, letter by letter; null in lists; {@code withdrawal} null where there is none */
    public record Version(
            String programme,
            int number,
            String document,
            String author,
            Instant draftedAt,
            String approver,
            Instant publishedAt,
            Instant inForceFrom,
            Withdrawal withdrawal) {}

    /** Who took a version back before it began, and why. */
    public record Withdrawal(String by, Instant at, String why) {}

    /** A published document. */
    record Stored(String programme, int number, String document, Instant from) {}

    /** An installation without any programme gets this one; it was there before any other. */
    void begin(Tx tx, String programme, String document) {
        tx.send(BEGIN, programme, document, INSTALLATION, Column.at(Instant.EPOCH));
    }

    /** Those that were ever drafted, the first drafted one first. */
    public List<String> programmes(Tx tx) {
        List<String> ids = new ArrayList<>();
        for (Row row : tx.rows(PROGRAMMES)) ids.add(row.getString("programme"));
        return ids;
    }

    /** Everything published, the first drafted programme first, each by when its versions are in force. */
    List<Stored> inForce(Tx tx) {
        List<Stored> stored = new ArrayList<>();
        for (Row row : tx.rows(IN_FORCE)) {
            stored.add(new Stored(
                    row.getString("programme"),
                    row.getInteger("number"),
                    row.getString("document"),
                    instant(row, "in_force_from")));
        }
        return stored;
    }

    /** What is published of one programme, the last to be in force last. */
    public List<Published> published(Tx tx, String programme) {
        List<Published> published = new ArrayList<>();
        for (Row row : tx.rows(PUBLISHED, programme)) {
            published.add(new Published(row.getInteger("number"), instant(row, "in_force_from")));
        }
        return published;
    }

    /** The newest ones with a smaller number, without their documents. */
    public List<Version> page(Tx tx, String programme, int before, int most) {
        List<Version> versions = new ArrayList<>();
        for (Row row : tx.rows(PAGE, programme, before, most)) versions.add(version(row));
        return versions;
    }

    public Optional<Version> one(Tx tx, String programme, int number) {
        for (Row row : tx.rows(ONE, programme, number)) return Optional.of(version(row));
        return Optional.empty();
    }

    /** @return the number it got */
    public int draft(Tx tx, String programme, String document, String author, Instant at) {
        return tx.rows(DRAFT, programme, document, author, Column.at(at))
                .iterator()
                .next()
                .getInteger("number");
    }

    public void publish(Tx tx, String programme, int number, String approver, Instant at, Instant from) {
        tx.send(PUBLISH, programme, number, approver, Column.at(at), Column.at(from));
    }

    public void withdraw(Tx tx, String programme, int number, Withdrawal withdrawal) {
        tx.send(WITHDRAW, programme, number, withdrawal.by(), Column.at(withdrawal.at()), withdrawal.why());
    }

    private static Version version(Row row) {
        return new Version(
                row.getString("programme"),
                row.getInteger("number"),
                row.getString("document"),
                row.getString("author"),
                instant(row, "drafted_at"),
                row.getString("approver"),
                instant(row, "published_at"),
                instant(row, "in_force_from"),
                withdrawal(row));
    }

    private static Withdrawal withdrawal(Row row) {
        Instant at = instant(row, "withdrawn_at");
        return at == null ? null : new Withdrawal(row.getString("withdrawn_by"), at, row.getString("withdrawn_why"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
