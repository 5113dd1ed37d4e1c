-- For wrk: asks for the addresses of the file that PATHS names, one a line, in a random order that is the same in each run.
local paths = {}
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
function init() math.randomseed(1) end
function request() return wrk.format("GET", paths[math.random(#paths)]) end
