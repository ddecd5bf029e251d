package io.regulars.engagement.shopper;

import io.regulars.engagement.shopper.Shopper.Membership;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What is known about members, for messages to say. */
@ApplicationScoped
public class Shoppers {

    private static final String SPEND_ON_ENTERING = """
            select customer_id, programme, tier_spend from shopper
            where customer_id = any($1) and tier_spend is not null
            """;
    private static final String LEARN = """
            insert into shopper as held
                (customer_id, programme, tier, tier_spend, balance, member_since, last_purchase_at, be_sent)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[],
                                 $6::timestamptz[], $7::timestamptz[], $8::boolean[]) as news (customer_id, programme)
            order by customer_id, programme
            on conflict (customer_id, programme) do update set
                tier = coalesce(excluded.tier, held.tier),
                tier_spend = coalesce(excluded.tier_spend, held.tier_spend),
                balance = coalesce(excluded.balance, held.balance),
                member_since = coalesce(excluded.member_since, held.member_since),
                last_purchase_at = greatest(excluded.last_purchase_at, held.last_purchase_at),
                be_sent = coalesce(excluded.be_sent, held.be_sent)
            """;

    /** An empty book for a batch; whoever changes tier in it is looked up, everybody else need not be. */
    public ShopperBook open(Tx tx, Collection<UUID> movingTier) {
        Map<Membership, Long> spend = new HashMap<>();
        if (!movingTier.isEmpty()) {
            for (Row row : tx.rows(SPEND_ON_ENTERING, (Object) Column.uuids(movingTier))) {
                Membership membership = new Membership(row.getUUID("customer_id"), row.getString("programme"));
                spend.put(membership, row.getLong("tier_spend"));
            }
        }
        return new ShopperBook(spend);
    }

    public void store(Tx tx, ShopperBook book) {
        Collection<Shopper> news = book.news();
        if (news.isEmpty()) return;
        tx.send(
                LEARN,
                Column.uuids(news, shopper -> shopper.membership().customerId()),
                Column.texts(news, shopper -> shopper.membership().programme()),
                Column.texts(news, Shopper::tier),
                news.stream().map(Shopper::tierSpend).toArray(Long[]::new),
                news.stream().map(Shopper::balance).toArray(Long[]::new),
                Column.instants(news, Shopper::memberSince),
                Column.instants(news, Shopper::lastPurchaseAt),
                Column.flags(news, Shopper::beSent));
    }
}
