package io.regulars.loyalty.programme;

import jakarta.enterprise.context.ApplicationScoped;

/** For tests in which nobody may have looked within the last second. */
@ApplicationScoped
public class ForgetProgrammes {

    private final Programmes programmes;

    ForgetProgrammes(Programmes programmes) {
        this.programmes = programmes;
    }

    public void now() {
        programmes.forget();
    }
}
