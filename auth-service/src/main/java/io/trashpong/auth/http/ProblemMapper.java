package io.trashpong.auth.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.trashpong.auth.database.UnavailableException;
import io.trashpong.protocol.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as a {@link Problem}; the client sees no stack trace, the log sees no request. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(Exception e) {
        return Response.fromResponse(Problem.of(ErrorCode.TOKEN_INVALID, "a valid user token is needed")
                        .response())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.of(ErrorCode.FORBIDDEN, "not allowed").response();
    }

    /** The second one is a kind of the first, named because Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response unreadable(Exception e) {
        return Problem.of(ErrorCode.BAD_REQUEST, "the body is not the JSON that is expected here")
                .response();
    }

    @ServerExceptionMapper
    Response unavailable(UnavailableException e) {
        LOG.warn(e.getMessage());
        return Problem.of(ErrorCode.UNAVAILABLE, "not available for the moment").response();
    }

    /** What Jakarta REST itself refuses: unknown path, method, media type, or a body that can't be read. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 401 -> unauthorized(e);
            case 403 -> Problem.of(ErrorCode.FORBIDDEN, "not allowed").response();
            case 404 -> Problem.of(ErrorCode.NOT_FOUND, "nothing here").response();
            case 413 ->
                Problem.of(ErrorCode.BODY_TOO_LARGE, "the body is too large").response();
            default -> status < 500 ? refused(status, e.getResponse()) : unexpected(e);
        };
    }

    private static Response refused(int status, Response original) {
        return Response.fromResponse(Problem.of(status, ErrorCode.BAD_REQUEST, "the request can't be understood")
                        .response())
                .header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        LOG.error("unexpected failure", e);
        return Problem.of(ErrorCode.INTERNAL, "something went wrong here").response();
    }
}
