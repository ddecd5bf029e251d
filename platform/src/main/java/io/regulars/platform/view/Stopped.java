package io.regulars.platform.view;

/** The view must not go on by itself: a person has to look. */
class Stopped extends RuntimeException {
    Stopped(String why) {
        super(why);
    }

    Stopped(String why, Throwable cause) {
        super(why, cause);
    }
}
