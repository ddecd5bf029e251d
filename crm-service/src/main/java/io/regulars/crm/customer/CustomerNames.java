package io.regulars.crm.customer;

import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.IdentifierRules;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a customer may be called in an address: its id, {@code card:…} or {@code external:…}; never mail or phone. */
@ApplicationScoped
public class CustomerNames {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String OWNER = """
            select customer_id, coalesce(merged_into, customer_id) from identifier join customer using (customer_id)
            where type = $1 and value = $2
            """;
    private static final String ROOT = """
            select customer_id, coalesce(merged_into, customer_id) from customer where customer_id = $1
            """;

    /** The id somebody goes by now, which need not exist; refuses what names nobody. */
    public UUID idOf(Tx tx, String name) {
        return whose(tx, name).customerId();
    }

    /** Who is meant, and by which side; an id that is nobody's means itself. Refuses what names nobody. */
    public Whose whose(Tx tx, String name) {
        if (UUID_FORM.matcher(name).matches()) {
            UUID id = UUID.fromString(name);
            for (Row row : tx.rows(ROOT, id)) return whose(row);
            return Whose.nobodyElse(id);
        }
        for (Type type : new Type[] {Type.CARD, Type.EXTERNAL}) {
            String prefix = type.wireName() + ":";
            if (name.startsWith(prefix)) return owner(tx, type, name.substring(prefix.length()));
        }
        throw unknown();
    }

    public static Refusal unknown() {
        return Refusal.of(Code.NOT_FOUND, "There is no such customer.");
    }

    private static Whose owner(Tx tx, Type type, String posted) {
        for (Row row : tx.rows(OWNER, type.wireName(), IdentifierRules.normal(type, posted))) return whose(row);
        throw unknown();
    }

    private static Whose whose(Row row) {
        return new Whose(row.getUUID(0), row.getUUID(1));
    }
}
