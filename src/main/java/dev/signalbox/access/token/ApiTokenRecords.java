package dev.signalbox.access.token;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All tokens ever issued; ended ones stay for the record. */
interface ApiTokenRecords extends Repository<ApiToken, Long> {

  ApiToken save(ApiToken token);

  List<ApiToken> findTop200ByAccountIdOrderByIdDesc(long accountId);

  List<ApiToken> findTop200ByProjectOrderByIdDesc(String project);

  Optional<ApiToken> findByPublicIdAndAccountId(String publicId, long accountId);

  Optional<ApiToken> findByPublicIdAndProject(String publicId, String project);
}
