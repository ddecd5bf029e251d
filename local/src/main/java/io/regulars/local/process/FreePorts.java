package io.regulars.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Loopback ports nobody listens on; each is handed out once per JVM. They lie below those the system lends to clients,
 * which would otherwise take some of them between now and the moment a server binds.
 */
public final class FreePorts {
    private static final int LOWEST = 12_000;
    private static final int BEYOND = 32_000;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    public static int next() {
        for (int tries = 0; tries < 10_000; tries++) {
            int port = RandomGenerator.getDefault().nextInt(LOWEST, BEYOND);
            if (HANDED_OUT.add(port) && isFree(port)) return port;
        }
        throw new NotStarted("This machine has no free port left between " + LOWEST + " and " + BEYOND + ".");
    }

    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Asks by connecting, which takes the port from nobody. */
    public static boolean isListening(int port) {
        try (Socket caller = new Socket()) {
            caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
