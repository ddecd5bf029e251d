package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.told;

import io.regulars.loyalty.Club;
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
import java.io.PrintWriter;
import java.io.StringWriter;
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

    /** What is drawn first of seeds beside each other is nearly the same. */
    private static final long FAR_APART = 0x9E3779B97F4A7C15L;

    static Case of(long seed) {
        Random random = new Random(seed * FAR_APART);
        while (true) {
            boolean late = random.nextInt(4) == 0;
            List<Published> versions = new ArrayList<>();
            versions.add(new Published(Instant.EPOCH, RandomProgramme.document(random, late)));
            Instant from = Instant.parse("2023-01-20T00:00:00Z");
            for (int more = random.nextInt(6); more > 3; more--) {
                from = from.plusSeconds(1 + random.nextInt(10_000_000));
                versions.add(new Published(
                        from, RandomProgramme.after(versions.get(0).document(), random)));
            }
            Case made = new Case(versions, RandomCommands.of(random, late));
            if (made.rulebook().isPresent()) return made;
        }
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
            document.putIfAbsent("zone", "UTC");
            document.putIfAbsent("currency", "EUR");
            others.add(new Published(each.from(), document));
        }
        return new Case(
                others, commands.stream().map(each -> each.named(suffix)).toList());
    }

    /** Nothing when one of the documents contradicts itself. */
    Optional<Rulebook> rulebook() {
        return rulebooks().map(all -> all.get(all.size() - 1));
    }

    /** With one version, with two, with all of them. */
    private Optional<List<Rulebook>> rulebooks() {
        try {
            List<InForce> all = new ArrayList<>();
            List<Rulebook> rulebooks = new ArrayList<>();
            for (Published each : versions) {
                ProgrammeVersion version = CompileProgramme.from(
                        DocumentText.read(Written.yaml(each.document())),
                        all.size() + 1,
                        Currency.getInstance("EUR"),
                        ZoneId.of("UTC"));
                all.add(new InForce(each.from(), version));
                Programme programme = new Programme(List.copyOf(all), Stopped.NOTHING);
                rulebooks.add(new Rulebook(all.size(), Map.of(programme(), programme)));
            }
            return Optional.of(rulebooks);
        } catch (UnacceptableDocument contradiction) {
            return Optional.empty();
        }
    }

    /** Versions are published at the moment from which they hold. */
    private Rulebook published(List<Rulebook> all, Instant by) {
        int last = 0;
        for (int i = 0; i < versions.size(); i++) if (!versions.get(i).from().isAfter(by)) last = i;
        return all.get(last);
    }

    static void tell(PaperStore store, Command command, int number) {
        if (command.fact() != null) store.apply(List.of(told(command.fact(), command.at())));
        else if (command.joinsAt() != null) {
            store.enrol(command.customer(), command.joinsAt(), Cause.command(Club.id("c" + number), command.at()));
        } else if (command.leaves()) {
            store.leave(command.customer(), Cause.command(Club.id("c" + number), command.at()));
        } else store.tick(command.customer(), command.at());
    }

    /** Where the engine ends. */
    PaperStore end(Rulebook rules) {
        PaperStore store = new PaperStore(rules);
        for (int i = 0; i < commands.size(); i++) tell(store, commands.get(i), i);
        return store;
    }

    /** The same, with versions that nobody knows of before they hold. */
    PaperStore endAsPublished() {
        List<Rulebook> all = rulebooks().orElseThrow();
        PaperStore store = new PaperStore(all.get(0));
        for (int i = 0; i < commands.size(); i++) {
            store.publish(published(all, commands.get(i).at()));
            tell(store, commands.get(i), i);
        }
        return store;
    }

    /** No version begins between the two. */
    boolean isUnderOneVersion(Instant one, Instant other) {
        return versions.stream()
                .noneMatch(each -> each.from().isAfter(one) && !each.from().isAfter(other));
    }

    /** The first step after which engine and model disagree, and on what; null when they never do. */
    String disagreement() {
        List<Rulebook> all = rulebooks().orElse(null);
        if (all == null) return null;
        Rulebook rules = all.get(all.size() - 1);
        PaperStore store = new PaperStore(all.get(0));
        PlainClub club = new PlainClub(rules);
        for (int i = 0; i < commands.size(); i++) {
            try {
                store.publish(published(all, commands.get(i).at()));
                tell(store, commands.get(i), i);
                club.tell(commands.get(i));
                String found = Compared.difference(store, club, rules, commands.subList(0, i + 1));
                if (found != null) return "after step " + (i + 1) + ": " + found;
            } catch (RuntimeException broken) {
                StringWriter trace = new StringWriter();
                broken.printStackTrace(new PrintWriter(trace));
                return "after step " + (i + 1) + ": "
                        + trace.toString().lines().limit(12).reduce("", (a, b) -> a + "\n" + b);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Published each : versions) text.append("\nfrom " + each.from() + "\n" + Written.yaml(each.document()));
        for (int i = 0; i < commands.size(); i++) text.append("\n" + (i + 1) + ". " + commands.get(i));
        return text.toString();
    }
}
