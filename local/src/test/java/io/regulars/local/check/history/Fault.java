package io.regulars.local.check.history;

import io.regulars.local.check.Finding;
import io.regulars.local.check.count.Conservation;
import io.regulars.local.check.count.Doubled;
import io.regulars.local.check.count.JournalAndTopic;
import io.regulars.local.check.count.Lost;
import io.regulars.local.check.count.OrderAndGaps;
import io.regulars.local.check.count.PersonalData;
import io.regulars.local.check.count.Phantom;
import io.regulars.local.check.count.Stuck;
import io.regulars.local.check.count.TierMismatch;
import io.regulars.local.check.count.Unassessed;
import io.regulars.local.check.count.WhoseReceipt;
import io.regulars.local.check.count.balance.BalanceMismatch;
import io.regulars.local.check.count.chain.HashChain;
import io.regulars.local.check.count.kinship.AliasLoops;
import io.regulars.local.check.count.kinship.TimelineLosses;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.view.ViewsDisagree;
import java.util.Random;
import java.util.function.Function;

/** Something that can go wrong, put into a history at a random place. */
public enum Fault {
    A_RECEIPT_NOT_KEPT(Lost::find, TableFaults::loseReceipt),
    A_PURCHASE_NEVER_SAID(Lost::find, SaidFaults::losePurchase),
    AN_OPT_IN_NOT_KEPT(Lost::find, TableFaults::loseMember),
    A_PURCHASE_SAID_TWICE(Doubled::find, SaidFaults::doublePurchase),
    AN_ASSESSMENT_SAID_TWICE(Doubled::find, SaidFaults::doubleAssessment),
    AN_EVENT_SAID_TWICE(Doubled::find, SaidFaults::doubleEvent),
    A_MESSAGE_SAID_TWICE(Doubled::find, SaidFaults::doubleMessage),
    A_TOUCHPOINT_NOT_KEPT(Lost::find, ContactFaults::lose),
    A_TOUCHPOINT_NEVER_SAID(Lost::find, ContactFaults::conceal),
    A_TOUCHPOINT_SAID_TWICE(Doubled::find, ContactFaults::sayTwice),
    A_REFUSED_TOUCHPOINT_IS_THERE(Phantom::find, ContactFaults::refuse),
    A_TOUCHPOINT_NOBODY_POSTED(Phantom::find, ContactFaults::forget),
    A_TOUCHPOINT_ON_ANOTHER_CUSTOMER(WhoseReceipt::find, ContactFaults::otherCustomer),
    POINTS_EARNED_TWICE(Doubled::find, PointsFaults::earnTwice),
    A_REFUSED_RECEIPT_IS_THERE(Phantom::find, TruthFaults::refuse),
    A_RECEIPT_NOBODY_POSTED(Phantom::find, TruthFaults::forget),
    ANOTHER_TOTAL_THAN_POSTED(Phantom::find, TruthFaults::otherTotal),
    A_RECEIPT_ON_ANOTHER_CUSTOMER(WhoseReceipt::find, WhoseFaults::otherCustomer),
    A_RECEIPT_ON_NOBODY(WhoseReceipt::find, WhoseFaults::nobody),
    A_SHOPPER_SPLIT_IN_TWO(WhoseReceipt::find, WhoseFaults::split),
    TWO_SHOPPERS_MERGED(WhoseReceipt::find, WhoseFaults::merge),
    POINTS_WITHOUT_A_RECEIPT(Phantom::find, PointsFaults::fromNowhere),
    A_TRANSFER_FLIPPED(Conservation::find, PointsFaults::flipTransfer),
    A_WALLET_FLIPPED(Conservation::find, PointsFaults::flipWallet),
    A_LOT_SHIFTED(Conservation::find, PointsFaults::shiftLot),
    A_TRANSFER_DROPPED(Conservation::find, PointsFaults::dropTransfer),
    AN_AMOUNT_CHANGED_IN_A_CLOSED_HOUR(HashChain::find, LedgerFaults::otherAmount),
    A_TIME_CHANGED_IN_A_CLOSED_HOUR(HashChain::find, LedgerFaults::otherTime),
    A_TRANSFER_REMOVED_FROM_A_CLOSED_HOUR(HashChain::find, LedgerFaults::remove),
    A_TRANSFER_ADDED_TO_A_CLOSED_HOUR(HashChain::find, LedgerFaults::add),
    A_HASH_CHANGED(HashChain::find, LedgerFaults::otherHash),
    A_CLOSED_HOUR_MOVED(HashChain::find, LedgerFaults::otherHour),
    A_CLOSED_HOUR_REMOVED(HashChain::find, LedgerFaults::loseHour),
    THE_LAST_CLOSED_HOURS_REMOVED(HashChain::find, LedgerFaults::loseTail),
    A_CLOSED_HOUR_SEALED_ANEW(HashChain::find, LedgerFaults::sealAnew),
    A_LOT_OF_ANOTHER_WALLET(Conservation::find, LotFaults::otherWallet),
    A_PENDING_LOT_COUNTED_AS_ACTIVE(Conservation::find, LotFaults::startUnseen),
    A_LOT_ENDED_UNSEEN(Conservation::find, LotFaults::endUnseen),
    A_LOT_STARTED_TOO_EARLY(Conservation::find, LotFaults::startEarly),
    ANOTHER_LOT_STARTED(Conservation::find, LotFaults::startAnother),
    POINTS_ON_ANOTHER_WALLET(Conservation::find, LotFaults::moveElsewhere),
    A_DEBT_NOT_REPAID(Conservation::find, LotFaults::forgetDebt),
    A_WALLET_DROPPED(Conservation::find, LotFaults::loseWallet),
    AN_AWARD_CHANGED(BalanceMismatch::find, AwardFaults::otherPoints),
    AN_AWARD_ON_ANOTHER_LINE(BalanceMismatch::find, AwardFaults::otherLine),
    AN_AWARD_FOR_ANOTHER_WALLET(BalanceMismatch::find, AwardFaults::otherWallet),
    AN_AWARD_NOBODY_EXPLAINS(BalanceMismatch::find, AwardFaults::loseRefusal),
    AN_ASSESSMENT_BY_ANOTHER_VERSION(BalanceMismatch::find, AwardFaults::otherVersion),
    AN_ASSESSMENT_OF_ANOTHER_CUSTOMER(BalanceMismatch::find, AwardFaults::otherCustomer),
    AN_ASSESSMENT_NOT_KEPT(BalanceMismatch::find, AwardFaults::lose),
    POINTS_GIVEN_UP_FOR_NOTHING(BalanceMismatch::find, AwardFaults::giveUp),
    POINTS_BY_DATE_TOLD_WRONG(BalanceMismatch::find, SaidFaults::otherDue),
    POINTS_RECKONED_WRONG(BalanceMismatch::find, SaidFaults::otherTotal),
    POINTS_ON_ANOTHER_LINE(BalanceMismatch::find, SaidFaults::otherLine),
    A_TAKEN_AMOUNT_FLIPPED(BalanceMismatch::find, TableFaults::flipTaken),
    A_WRONG_TIER(TierMismatch::find, TableFaults::wrongTier),
    A_WRONG_SPEND(TierMismatch::find, TableFaults::wrongSpend),
    A_DAY_COUNTED_ON_THE_NEXT(TierMismatch::find, DayFaults::nextDay),
    A_DAY_WITH_ANOTHER_SPEND(TierMismatch::find, DayFaults::otherSpend),
    A_DAY_NOT_KEPT(TierMismatch::find, DayFaults::lose),
    THE_FIRST_DAY_LEFT_OUT(TierMismatch::find, DayFaults::withoutTheFirst),
    THE_DAY_BEFORE_THE_FIRST_COUNTED(TierMismatch::find, DayFaults::withTheOneBefore),
    THE_LAST_DAY_LEFT_OUT(TierMismatch::find, DayFaults::withoutTheLast),
    A_SPEND_OF_AN_EARLIER_MOMENT(TierMismatch::find, DayFaults::tooEarly),
    A_PURCHASE_COUNTED_TWICE(TierMismatch::find, DayFaults::onePurchaseMore),
    ANOTHER_TIER_IN_THE_HISTORY(TierMismatch::find, DayFaults::otherTier),
    A_TIER_NOT_TOLD(TierMismatch::find, SaidFaults::loseTierMove),
    TWO_FACTS_SWAPPED(OrderAndGaps::find, TopicFaults::swap),
    A_HOLE(OrderAndGaps::find, TopicFaults::hole),
    A_FACT_ON_ANOTHER_SHARD(OrderAndGaps::find, TopicFaults::otherShard),
    A_FACT_SAYS_ANOTHER_THING(JournalAndTopic::find, TopicFaults::otherBody),
    A_FACT_NOT_IN_THE_JOURNAL(JournalAndTopic::find, TopicFaults::oneMore),
    A_MISSING_ASSESSMENT(Unassessed::find, SaidFaults::loseAssessment),
    A_LINE_NOT_SHOWN(ViewsDisagree::find, TableFaults::loseLine),
    A_SHOPPER_WITH_OTHER_POINTS(ViewsDisagree::find, TableFaults::otherShopper),
    A_PURCHASE_KEPT_OTHERWISE(ViewsDisagree::find, TableFaults::otherPurchase),
    AN_ALIAS_OF_AN_ALIAS(AliasLoops::find, KinFaults::aliasOfAnAlias),
    AN_ALIAS_LEFT_BEHIND(AliasLoops::find, KinFaults::aliasLeftBehind),
    MERGES_THAT_GO_ROUND(AliasLoops::find, KinFaults::goRound),
    A_LINE_OF_SOMEBODY_MERGED_NOT_SHOWN(TimelineLosses::find, KinFaults::loseLine),
    A_LINE_UNDER_A_STRANGER(TimelineLosses::find, KinFaults::showUnderAStranger),
    A_LINE_ON_THE_OTHER_SIDE(TimelineLosses::find, KinFaults::otherSide),
    A_VIEW_BEHIND(Stuck::find, TopicFaults::viewBehind),
    A_RELAY_BEHIND(Stuck::find, TopicFaults::relayBehind),
    A_RECORD_PARKED(Stuck::find, TopicFaults::park),
    A_MESSAGE_UNANSWERED(Stuck::find, SaidFaults::loseAnswer),
    A_REFUND_LEFT_WAITING(Stuck::find, TableFaults::leaveWaiting),
    AN_ADDRESS_IN_A_BODY(PersonalData::find, TopicFaults::leak),
    AN_ADDRESS_IN_A_HEADER(PersonalData::find, TopicFaults::leakInHeader);

    private final Function<Evidence, Finding> count;
    private final Planting planting;

    Fault(Function<Evidence, Finding> count, Planting planting) {
        this.count = count;
        this.planting = planting;
    }

    @FunctionalInterface
    interface Planting {
        boolean plant(History history, Random random);
    }

    /** False where this history has no place for it. */
    public boolean plant(History history, Random random) {
        return planting.plant(history, random);
    }

    /** Whether the count that is there for it sees it. */
    public boolean isFoundIn(Evidence evidence) {
        return count.apply(evidence).count() > 0;
    }
}
