package io.regulars.crm.profile;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What of a person is told to other parts of the suite. */
@ConfigMapping(prefix = "regulars.customer")
public interface SharingSettings {

    /** Names of attributes; the word {@code birthday} stands for month and day of it. Nothing unless it says so. */
    Optional<Set<String>> sharedAttributes();
}
