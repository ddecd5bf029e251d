package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What loyalty-service's tables hold. */
public final class Loyalty {

    /** @param seen false while a refund has only named it; {@code receipt} stands for what is kept of what was told */
    public record Purchase(
            int id,
            int customer,
            int toldBy,
            boolean seen,
            long occurredAt,
            long recordedAt,
            boolean training,
            long receipt) {}

    /** What a purchase earned. Its awards are {@code awards} rows from {@code firstAward} on. */
    public record Assessment(
            int purchase, int customer, String programme, int version, boolean late, int firstAward, int awards) {}

    /** @param line 0 is the receipt as a whole; {@code refused} whether it says why not all of it was credited */
    public record Award(int line, String rule, String wallet, long desired, long actual, boolean refused) {}

    /** {@code currency} is empty for the programme's own. */
    public record Refund(
            int id,
            int original,
            int customer,
            int toldBy,
            long occurredAt,
            long recordedAt,
            String currency,
            long total,
            String state,
            long taken,
            long shortfall) {}

    /**
     * Days are counted from 1970.
     *
     * @param basis what moves tiers, empty where it was not settled yet; so are the days, which are {@link Micros#NEVER}
     * @param purchases how many counted
     */
    public record Member(
            int customer,
            String programme,
            long enrolledAt,
            long countsFrom,
            String tier,
            long spend,
            long spendAsOf,
            String basis,
            long windowFirst,
            long windowLast,
            long purchases) {

        public boolean isSettled() {
            return windowLast != Micros.NEVER;
        }
    }

    /** What counted of a member on one day, a number of days after 1970. */
    public record CountedDay(int customer, long day, long spend) {}

    public record TierFrom(int customer, String programme, long from, String tier) {}

    public record Wallet(
            int customer,
            String programme,
            String wallet,
            long active,
            long pending,
            long held,
            long debt,
            long transfers) {}

    /**
     * {@code balance} is the wallet's active less debt after it; {@code lot} is 0 where none is named.
     *
     * @param writtenIn its place in the order of writing, shared by all of one transaction
     */
    public record Transfer(
            int customer,
            String programme,
            String wallet,
            long number,
            String debit,
            String credit,
            long amount,
            long balance,
            long at,
            String reason,
            int purchase,
            int refund,
            long lot,
            int causedBy,
            long writtenIn) {}

    /** The transfers written from one position on and before another, as they were when it was closed. */
    public record ClosedHour(
            long number, long hour, long from, long to, long transfers, String previousHash, String hash) {}

    /** {@code number} is that of the transfer that opened it; its start and its end may be {@link Micros#NEVER}. */
    public record Lot(
            int customer,
            String programme,
            String wallet,
            long number,
            int purchase,
            long points,
            long remaining,
            String state,
            long earnedAt,
            long startsAt,
            long expiresAt) {

        public Lot endingAt(long then) {
            return new Lot(
                    customer, programme, wallet, number, purchase, points, remaining, state, earnedAt, startsAt, then);
        }
    }

    /**
     * The end of a lot was put off: until {@code at} it was {@code endedAt}; where a sign of life did it, until and with
     * the member's transfer of number {@code transfers}, which is {@link Micros#NEVER} where somebody did it by hand. A
     * lot that waits for its event ends never until that has come.
     */
    public record Extension(int customer, String programme, long lot, long endedAt, long at, long transfers) {

        /** That transfer went by the end of before. */
        public boolean isAfter(Transfer transfer) {
            return transfers == Micros.NEVER ? at > transfer.at() : transfers >= transfer.number();
        }
    }

    public final Rows<Purchase> purchases = Rows.of(Purchase.class);
    public final Rows<Assessment> assessments = Rows.of(Assessment.class);
    public final Rows<Award> awards = Rows.of(Award.class);
    public final Rows<Refund> refunds = Rows.of(Refund.class);
    public final Rows<Member> members = Rows.of(Member.class);
    public final Rows<CountedDay> countedDays = Rows.of(CountedDay.class);
    public final Rows<TierFrom> tierHistory = Rows.of(TierFrom.class);
    public final Rows<Wallet> wallets = Rows.of(Wallet.class);
    /** Members whose membership or tier somebody changed by hand. */
    public final Set<Integer> byHand = new HashSet<>();

    /** Who turned out to be somebody else. */
    public final Families families = new Families();

    public final Rows<Transfer> transfers = Rows.of(Transfer.class);
    public final Rows<ClosedHour> closedHours = Rows.of(ClosedHour.class);
    /** When the service last looked whether an hour is over, by the database's clock; {@link Micros#NEVER} if never. */
    public long lookedAt = Micros.NEVER;

    public final Rows<Lot> lots = Rows.of(Lot.class);
    public final Rows<Extension> extensions = Rows.of(Extension.class);

    public List<Award> awardsOf(Assessment assessment) {
        return awards.from(assessment.firstAward(), assessment.awards());
    }
}
