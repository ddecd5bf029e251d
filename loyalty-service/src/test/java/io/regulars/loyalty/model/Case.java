package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.told;

import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.Rulebook.Programme;
import io.regulars.loyalty.programme.Rulebook.Stopped;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.UnacceptableDocument;
import io.regulars.platform.journal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Programme and commands: what is told to the engine and to the model. */
record Case(List<Published> versions, List<Command> commands) {

    record Published(Instant from, Map<String, Object> document) {}

    static Case of(long seed) {
        Random random = new Random(seed);
        while (true) {
            List<Published> versions = new ArrayList<>();
            versions.add(new Published(Instant.EPOCH, RandomProgramme.document(random)));
            if (random.nextInt(4) == 0) {
                Instant from = Instant.parse("2023-03-01T00:00:00Z").plusSeconds(random.nextInt(10_000_000));
                versions.add(new Published(
                        from, RandomProgramme.after(versions.get(0).document(), random)));
            }
            Case made = new Case(versions, RandomCommands.of(random));
            if (made.rulebook().isPresent()) return made;
        }
    }

    /** Without what comes late within a grace: the model does not make good yet what follows for other receipts. */
    Case inTime() {
        return new Case(
                versions,
                commands.stream().filter(each -> !isWithinAGrace(each)).toList());
    }

    private static boolean isWithinAGrace(Command command) {
        if (!(command.fact() instanceof PurchaseRecorded fact)) return false;
        Duration late = Duration.between(fact.occurredAt(), command.at());
        return late.compareTo(Duration.ofDays(1)) > 0 && late.compareTo(Duration.ofDays(31)) <= 0;
    }

    String programme() {
        return (String) versions.get(0).document().get("id");
    }

    List<String> who() {
        return commands.stream()
                .map(Command::who)
                .filter(each -> each != null)
                .distinct()
                .toList();
    }

    /** The same with names of its own, so that it can stand beside others. */
    Case named(String suffix) {
        List<Published> others = new ArrayList<>();
        for (Published each : versions) {
            Map<String, Object> document = new LinkedHashMap<>(each.document());
            document.put("id", programme() + suffix);
            others.add(new Published(each.from(), document));
        }
        return new Case(
                others, commands.stream().map(each -> each.named(suffix)).toList());
    }

    /** Nothing when one of the documents contradicts itself. */
    Optional<Rulebook> rulebook() {
        try {
            List<InForce> all = new ArrayList<>();
            for (Published each : versions) {
                ProgrammeVersion version = CompileProgramme.from(
                        DocumentText.read(Written.yaml(each.document())),
                        all.size() + 1,
                        Currency.getInstance("EUR"),
                        ZoneId.of("UTC"));
                all.add(new InForce(each.from(), version));
            }
            return Optional.of(new Rulebook(1, Map.of(programme(), new Programme(all, Stopped.NOTHING))));
        } catch (UnacceptableDocument contradiction) {
            return Optional.empty();
        }
    }

    static void tell(PaperStore store, Command command, int number) {
        if (command.fact() != null) store.apply(List.of(told(command.fact(), command.at())));
        else if (command.joinsAt() != null) {
            store.enrol(
                    command.customer(),
                    command.joinsAt(),
                    Cause.command(io.regulars.loyalty.Club.id("c" + number), command.at()));
        } else store.tick(command.customer(), command.at());
    }

    /** Where the engine ends. */
    PaperStore end(Rulebook rules) {
        PaperStore store = new PaperStore(rules);
        for (int i = 0; i < commands.size(); i++) tell(store, commands.get(i), i);
        return store;
    }

    /** The first step after which engine and model disagree, and on what; null when they never do. */
    String disagreement() {
        Rulebook rules = rulebook().orElse(null);
        if (rules == null) return null;
        PaperStore store = new PaperStore(rules);
        for (int i = 0; i < commands.size(); i++) {
            try {
                tell(store, commands.get(i), i);
                PlainClub club = PlainClub.after(commands.subList(0, i + 1), rules);
                String found = Compared.difference(store, club, rules, bought(i));
                if (found != null) return "after step " + (i + 1) + ": " + found;
            } catch (RuntimeException broken) {
                java.io.StringWriter trace = new java.io.StringWriter();
                broken.printStackTrace(new java.io.PrintWriter(trace));
                return "after step " + (i + 1) + ": "
                        + trace.toString().lines().limit(12).reduce("", (a, b) -> a + "\n" + b);
            }
        }
        return null;
    }

    private List<Command> bought(int last) {
        return commands.subList(0, last + 1).stream()
                .filter(each -> each.fact() instanceof PurchaseRecorded)
                .toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Published each : versions) text.append("\nfrom " + each.from() + "\n" + Written.yaml(each.document()));
        for (int i = 0; i < commands.size(); i++) text.append("\n" + (i + 1) + ". " + commands.get(i));
        return text.toString();
    }
}
