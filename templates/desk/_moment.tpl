{{#AT_FAULT}}<p class="fault" id="at-fault">{{FAULT_WORDS}}</p>{{/AT_FAULT}}
<p><label for="at_date">[[Day]]</label> <input id="at_date" name="at_date" type="{{DATE_TYPE}}" value="{{AT_DATE}}"{{#DATE_FAULT}} aria-invalid="true" aria-describedby="at-fault"{{/DATE_FAULT}}></p>
<p><label for="at_time">[[Time]]</label> <input id="at_time" name="at_time" type="{{TIME_TYPE}}" step="any" value="{{AT_TIME}}"{{#TIME_FAULT}} aria-invalid="true" aria-describedby="at-fault"{{/TIME_FAULT}}></p>
{{#AT_TURN}}<fieldset class="turns"><legend>[[Which of the two]]</legend>
<p class="box"><input id="at_turn-first" name="at_turn" value="first" type="radio"{{#IS_FIRST}} checked{{/IS_FIRST}}> <label for="at_turn-first">[[the first, in summer time]]</label></p>
<p class="box"><input id="at_turn-second" name="at_turn" value="second" type="radio"{{#IS_SECOND}} checked{{/IS_SECOND}}> <label for="at_turn-second">[[the second, in winter time]]</label></p></fieldset>{{/AT_TURN}}
