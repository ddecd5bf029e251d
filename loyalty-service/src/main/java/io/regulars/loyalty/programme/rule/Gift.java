package io.regulars.loyalty.programme.rule;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.programme.document.rule.Gives.Each;
import io.regulars.loyalty.programme.document.rule.Gives.Of;
import io.regulars.loyalty.programme.document.rule.Gives.Price;
import io.regulars.loyalty.programme.document.rule.Gives.Tax;

/** What a rule gives, in minor units. */
public sealed interface Gift {

    /** A base rule: so many points for every {@code per} minor units. */
    record PerMoney(long points, long per, Of of, Price price, Tax tax, boolean wholeStepsOnly) implements Gift {}

    /** A fixed number, never multiplied. */
    record Fixed(long points, Each each) implements Gift {}

    /** So many times what base rules give. */
    record Multiple(Fraction factor) implements Gift {}
}
