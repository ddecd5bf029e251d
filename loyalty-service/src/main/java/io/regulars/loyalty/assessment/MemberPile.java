package io.regulars.loyalty.assessment;

import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.person.Person;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The members of an open book, and what customers said of themselves while it was. */
public final class MemberPile {

    private final Map<UUID, Map<String, Member>> members = new LinkedHashMap<>();
    private final Map<UUID, Person> heard = new HashMap<>();

    void know(Member member) {
        members.computeIfAbsent(member.customerId(), id -> new LinkedHashMap<>())
                .put(member.membership().programme(), member);
    }

    /** In the order of the programmes; none for most. */
    List<Member> of(UUID customerId) {
        return customerId == null
                ? List.of()
                : List.copyOf(members.getOrDefault(customerId, Map.of()).values());
    }

    List<Member> all() {
        return members.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /** What comes after this fact is judged by it. */
    public void hear(CustomerShared fact) {
        Person person = Person.of(fact);
        heard.put(fact.customerId(), person);
        of(fact.customerId()).forEach(member -> member.know(person));
    }

    /** Who said something of themselves, with all they share. */
    public Map<UUID, Person> heard() {
        return heard;
    }
}
