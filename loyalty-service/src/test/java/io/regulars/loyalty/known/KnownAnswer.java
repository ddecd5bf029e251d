package io.regulars.loyalty.known;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rows of the known answers of peers that a test keeps, by number from 1, and the words each must still say. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface KnownAnswer {
    int row();

    String then();
}
