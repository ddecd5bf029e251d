package io.regulars.gateway.testing;

import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.local.process.FreePorts;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A gateway whose database is new and cannot be reached until {@link #arrivesAt(int)} its port. */
public class LateDatabase extends GatewaySuite {

    private static final Vertx VERTX = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        String name = "late_" + UUID.randomUUID().toString().substring(0, 8);
        create(name);
        settings.put("REGULARS_DB_NAME", name);
        settings.put("REGULARS_DB_PORT", String.valueOf(FreePorts.next()));
        return settings;
    }

    /** From now on whoever knocks at its port is let through to the real one. */
    public static void arrivesAt(int port) {
        NetClient real = VERTX.createNetClient();
        VERTX.createNetServer()
                .connectHandler(gateway -> {
                    gateway.pause();
                    real.connect(SharedInfrastructure.postgres().port(), "127.0.0.1")
                            .onSuccess(database -> join(gateway, database))
                            .onFailure(gone -> gateway.close());
                })
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void join(NetSocket one, NetSocket other) {
        one.pipeTo(other);
        other.pipeTo(one);
        one.resume();
    }

    private static void create(String name) {
        String url = SharedInfrastructure.postgres().jdbcUrl("gateway");
        try (Connection admin = DriverManager.getConnection(url, PostgresServer.ADMIN, PostgresServer.PASSWORD);
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name + " owner gateway");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
