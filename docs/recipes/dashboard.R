# Usulan menurut status, sebagai bingkai data. · Proposals by state, as a data frame.
#   SIMPUL_URL=http://localhost:3000 SIMPUL_TOKEN=smp_… Rscript docs/recipes/dashboard.R
library(curl)
library(jsonlite)

query <- "{ dashboard { proposalsByState { state count } } }"

request <- new_handle()
handle_setheaders(request,
  "authorization" = paste("Bearer", Sys.getenv("SIMPUL_TOKEN")),
  "content-type" = "application/json"
)
handle_setopt(request, postfields = toJSON(list(query = query), auto_unbox = TRUE))

response <- curl_fetch_memory(
  paste0(Sys.getenv("SIMPUL_URL", "http://localhost:3000"), "/graphql"),
  handle = request
)
answer <- fromJSON(rawToChar(response$content))
if (!is.null(answer$errors)) stop(answer$errors$message[1])
print(answer$data$dashboard$proposalsByState)
