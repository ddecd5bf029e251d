package io.regulars.gateway.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Which addresses count as one client: an IPv4 address is one, of IPv6 everybody has a whole /64. */
final class ClientRules {

    private static final int PREFIX_BYTES = 8;

    private ClientRules() {}

    static String network(String address) {
        if (address == null) return "unknown";
        if (address.indexOf(':') < 0) return address;
        try {
            // In brackets it is read as an address and never looked up as a name.
            InetAddress read = InetAddress.getByName(address.startsWith("[") ? address : "[" + address + "]");
            if (!(read instanceof Inet6Address)) return read.getHostAddress();
            return HexFormat.of().formatHex(read.getAddress(), 0, PREFIX_BYTES) + "/64";
        } catch (UnknownHostException garbled) {
            return "unknown";
        }
    }
}
