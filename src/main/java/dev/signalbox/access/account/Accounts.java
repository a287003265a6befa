package dev.signalbox.access.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The accounts of this installation. */
interface Accounts extends Repository<Account, Long> {

  Account save(Account account);

  Optional<Account> findByUsername(String username);

  List<Account> findByUsernameGreaterThanOrderByUsername(String after, Limit limit);

  long count();
}
