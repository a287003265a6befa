package dev.signalbox.validation.adapter;

import dev.signalbox.validation.ValidationSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The networks that targets may be in: an allow-list, because CI systems live on private addresses
 * and a list of forbidden ones is never complete.
 */
@Component
class AllowedNetworks {

  private final List<Block> blocks;

  AllowedNetworks(ValidationSettings settings) {
    this.blocks = settings.allowedNetworks().stream().map(Block::parse).toList();
  }

  /**
   * Resolves the host; every address it has must be allowed, whichever the connection would take.
   *
   * @throws UnknownHostException if there is no such host
   */
  boolean allow(String host) throws UnknownHostException {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress[] addresses = InetAddress.getAllByName(bare);
    for (InetAddress address : addresses) {
      if (blocks.stream().noneMatch(block -> block.contains(address.getAddress()))) {
        return false;
      }
    }
    return addresses.length > 0;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(byte[] network, int bits) {

    static Block parse(String cidr) {
      int slash = cidr.indexOf('/');
      try {
        String address = cidr.substring(0, Math.max(slash, 0));
        byte[] network = InetAddress.ofLiteral(address).getAddress();
        int bits = Integer.parseInt(cidr.substring(slash + 1));
        if (bits < 0 || bits > network.length * 8) {
          throw new IllegalArgumentException("prefix length");
        }
        return new Block(network, bits);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "signalbox.validation.allowed-networks: not a CIDR block such as 10.1.0.0/16: " + cidr,
            e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
