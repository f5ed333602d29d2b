-- Sends the requests of a file, one "token<TAB>body" a line, in their order from a random one on. With "check" as the
-- second argument each answer is looked at; that costs wrk so much that only the warm-up does.
local requests, next_request, thread_list = {}, 0, {}

function setup(thread)
  table.insert(thread_list, thread)
end

function init(arguments)
  bad, example = 0, ''
  for line in io.lines(arguments[1]) do
    local token, body = line:match('^([^\t]*)\t(.*)$')
    local headers = { ['Content-Type'] = 'application/json', ['Accept'] = 'application/json' }
    if token ~= '' then headers['Authorization'] = 'Bearer ' .. token end
    requests[#requests + 1] = wrk.format('POST', nil, headers, body)
  end
  math.randomseed(os.time())
  next_request = math.random(#requests)
  if arguments[2] == 'check' then
    response = function(status, _, body)
      if status ~= 200 or body:find('"errors":', 1, true) or body:find('"userErrors":[{', 1, true) then
        bad, example = bad + 1, status .. ' ' .. body:sub(1, 300)
      end
    end
  end
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

function done(summary, latency)
  local faults = summary.errors
  local failed = faults.connect + faults.read + faults.write + faults.status + faults.timeout
  for _, thread in ipairs(thread_list) do
    failed = failed + thread:get('bad')
    if thread:get('example') ~= '' then io.stderr:write(thread:get('example'), '\n') end
  end
  print(string.format('RESULT {"requests":%d,"microseconds":%d,"failed":%d,"bytes":%d,"p50":%d,"p99":%d}', summary.requests,
    summary.duration, failed, summary.bytes, latency:percentile(50), latency:percentile(99)))
end
