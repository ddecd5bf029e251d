package io.regulars.loyalty.programme.text;

import java.util.List;
import java.util.stream.Collectors;

/** A programme that cannot be read or that contradicts itself. */
public final class UnacceptableDocument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public UnacceptableDocument(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.pointer() + ": " + fault.detail())
                .collect(Collectors.joining("\n", "The programme's document is not acceptable.\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
