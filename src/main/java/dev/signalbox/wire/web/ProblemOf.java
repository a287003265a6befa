package dev.signalbox.wire.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Maps what can go wrong to the catalogue of problems. What is not in the list is ours: 500. */
final class ProblemOf {

  private static final Logger log = LoggerFactory.getLogger(ProblemOf.class);

  private ProblemOf() {}

  static ProblemException exception(Exception failure) {
    return switch (failure) {
      case ProblemException problem -> problem;
      case HttpMessageNotReadableException e -> UnreadableJson.problem(e);
      case MethodArgumentNotValidException e -> InvalidFields.problem(e.getAllErrors());
      case MethodArgumentTypeMismatchException e -> mismatch(e);
      case MissingServletRequestParameterException e ->
          invalid(e.getParameterName(), "is missing from the query");
      case MissingRequestHeaderException e -> invalid(e.getHeaderName(), "is missing (a header)");
      case HttpRequestMethodNotSupportedException e ->
          new ProblemException(
                  ProblemType.METHOD_NOT_ALLOWED, "This address does not take " + e.getMethod())
              .with("allowed", methods(e));
      case HttpMediaTypeNotSupportedException e ->
          new ProblemException(
                  ProblemType.UNSUPPORTED_MEDIA_TYPE, "The content type is not taken here.")
              .with(
                  "supported", e.getSupportedMediaTypes().stream().map(Object::toString).toList());
      case MaxUploadSizeExceededException _ -> status(HttpStatus.CONTENT_TOO_LARGE.value());
      case MultipartException _ ->
          new ProblemException(
              ProblemType.INVALID_REQUEST, "A form with a file (multipart/form-data) is needed.");
      case InvalidParameterException e -> status(e.getErrorCode());
      case DataAccessException e -> DatabaseProblem.of(e);
      case TransactionException e -> DatabaseProblem.of(e);
      default -> other(failure);
    };
  }

  private static ProblemException other(Exception failure) {
    if (failure instanceof MethodValidationResult result && !result.isForReturnValue()) {
      return InvalidFields.problem(result);
    }
    if (failure instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      return status(response.getStatusCode().value());
    }
    return DatabaseProblem.within(failure).orElseGet(() -> internal(failure));
  }

  static ProblemException status(int status) {
    if (status == HttpStatus.NOT_FOUND.value()) {
      return new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.status().value() == status)
        .findFirst()
        .map(type -> new ProblemException(type, type.title() + "."))
        .orElseGet(
            () ->
                status >= 400 && status < 500
                    ? new ProblemException(
                        ProblemType.INVALID_REQUEST, "The request cannot be processed.")
                    : new ProblemException(ProblemType.INTERNAL, internalDetail()));
  }

  static ProblemException internal(Exception failure) {
    log.error("A request failed", failure);
    return new ProblemException(ProblemType.INTERNAL, internalDetail());
  }

  private static String internalDetail() {
    return "It is logged on our side under the request id. Nothing was changed by this request"
        + " unless a later look shows it.";
  }

  private static ProblemException mismatch(MethodArgumentTypeMismatchException e) {
    @Nullable Class<?> type = e.getRequiredType();
    String problem =
        type != null && type.isEnum()
            ? "must be one of " + Arrays.toString(type.getEnumConstants())
            : OwnWords.of(e).orElse("does not have the expected form");
    return invalid(e.getName(), problem);
  }

  private static ProblemException invalid(String at, String problem) {
    return new ProblemException(ProblemType.INVALID_REQUEST, at + ": " + problem + ".")
        .with("errors", List.of(Map.of("at", at, "problem", problem)));
  }

  private static List<String> methods(HttpRequestMethodNotSupportedException e) {
    String @Nullable [] supported = e.getSupportedMethods();
    return supported == null
        ? List.of()
        : Arrays.stream(supported).filter(Objects::nonNull).sorted().toList();
  }
}
